using System.Text.Json;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>
/// One instance of an authority's application in a process of its own, with the outbox's workers: takes its settings from the first line of its input, then answers one line for each line, until the input
/// ends or somebody kills it.
/// </summary>
internal static class MailWorker
{
    public static async Task<int> RunAsync()
    {
        // A step that is frozen holds its thread.
        ThreadPool.SetMinThreads(16, 16);
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>((await Console.In.ReadLineAsync())!)!;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings);
        var killer = MailWorkerServices.Add(builder);
        using var host = builder.Build();
        await host.StartAsync();
        var desk = new MailDesk(host.Services, killer, settings["Worker:Canary"]!);
        Console.WriteLine(WorkerProcess.IsReady);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == WorkerProcess.Thaw)
                killer.Thaw();
            else
                _ = Task.Run(async () => Console.WriteLine(JsonSerializer.Serialize(await desk.AnswerAsync(JsonSerializer.Deserialize<MailQuestion>(line)!))));
        }

        await host.StopAsync();
        return 0;
    }
}
