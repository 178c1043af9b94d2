using System.Text.Json;
using BaseComponents.Tests.Scale.Workers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Scale.Payments.Workers;

/// <summary>
/// One instance of a municipality's application in a process of its own: takes its settings from the first line of its input, then answers one line
/// for each line, until the input ends or somebody kills it.
/// </summary>
internal static class Worker
{
    public static async Task<int> RunAsync()
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, string?>>((await Console.In.ReadLineAsync())!)!;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings);
        WorkerServices.Add(builder);
        using var host = builder.Build();
        await host.StartAsync();
        var desk = new Desk(host.Services);
        Console.WriteLine(WorkerProcess.IsReady);
        while (await Console.In.ReadLineAsync() is { } line)
            _ = Task.Run(async () => Console.WriteLine(JsonSerializer.Serialize(await desk.AnswerAsync(JsonSerializer.Deserialize<Question>(line)!))));
        await host.StopAsync();
        return 0;
    }
}
