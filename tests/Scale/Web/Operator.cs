using System.Diagnostics;
using System.Text.Json;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>Does with held mails what the documents say, with the tool: looks for each Message-ID in what the mail server has, and decides.</summary>
internal sealed class Operator(WebSite site)
{
    /// <returns>How many were held.</returns>
    public async Task<int> DecideAsync()
    {
        var held = JsonSerializer.Deserialize<HeldMail[]>(await OutboxAsync("list", "--phase", "held", "--json"), JsonSerializerOptions.Web)!;
        var arrived = (await ArrivedMail.AllAsync(site.Sandbox)).Select(mail => mail.MessageId?.Trim('<', '>')).ToHashSet();
        foreach (var mail in held)
            await OutboxAsync("resolve", mail.Id, "--sender", mail.Tenant, "--as", arrived.Contains(mail.MessageId) ? "accepted" : "send-again", "--reason", "Looked for in the list of the mail server.");
        return held.Length;
    }

    private async Task<string> OutboxAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BaseComponents.Tool.dll"), "mail", "outbox", .. arguments]) { RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Outbox"] = site.Database;
        using var tool = Process.Start(start)!;
        var output = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return tool.ExitCode == 0 ? output : throw new InvalidOperationException($"The tool ended with {tool.ExitCode}.");
    }

    private sealed record HeldMail(string Tenant, string Id, string MessageId);
}
