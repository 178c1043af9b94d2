using BaseComponents.Sandbox;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Benchmarks.Mail;

/// <summary>
/// Small mails, then large ones. Sealing (compose, sign, encrypt), sending through the Sandbox's mail server, and opening. Sealing is measured as a sending to a closed port:
/// everything happens but the connection, whose refusal on the loopback interface costs well under a millisecond.
/// </summary>
internal static class MailBenchmarks
{
    public static async Task RunAsync(bool quick)
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var measure = Measurement.For(quick);
        await using var closed = Services(sandbox, ("Smtp:Port", "1"));
        await using var open = Services(sandbox);
        await ReportRateAsync("mail.seal.4kb", measure, 20, () => SealAsync(closed, Message(4_000)));
        await ReportRateAsync("mail.send.4kb", measure, 20, () => SendAsync(open, Message(4_000)));
        var large = Message(10_000_000);
        Measurement.Report("mail.seal.10mb", 10 / await measure.SecondsAsync(() => SealAsync(closed, large)), "MB/s");

        var receipt = await SendAsync(open, Message(4_000));
        var received = await ReceivedAsync(sandbox, receipt.MessageId);
        await ReportRateAsync("mail.open.4kb", measure, 20, () => OpenAsync(open, received));
        await SmallMailFigures.RunAsync(quick);
        await LargeMailFigures.RunAsync(quick);
        await ScaleFigures.RunAsync("mail", quick);
    }

    private static async Task ReportRateAsync(string name, Measurement measure, int mails, Func<Task> one)
    {
        var seconds = await measure.SecondsAsync(async () =>
        {
            for (var i = 0; i < mails; i++)
                await one();
        });
        Measurement.Report(name, mails / seconds, "1/s");
    }

    private static SecureMessage Message(int bytes) => new()
    {
        To = [SandboxMailboxes.Sender],
        Subject = "Measurement",
        Text = "One file is attached.",
        Attachments = [SecureAttachment.FromBytes("file.pdf", "application/pdf", new byte[bytes])],
    };

    private static ServiceProvider Services(SandboxServer sandbox, params (string Key, string Value)[] changes)
    {
        var settings = changes.Append(("Limits:MaxMessageSize", "25000000")).Select(change => KeyValuePair.Create("BaseComponents:SecureMail:" + change.Item1, (string?)change.Item2));
        var configuration = new ConfigurationBuilder().AddConfiguration(sandbox.Configuration).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(configuration.GetSection("BaseComponents:SecureMail"));
        return services.BuildServiceProvider();
    }

    private static Task<MailReceipt> SendAsync(ServiceProvider services, SecureMessage message) => services.GetRequiredService<ISecureMailClient>().SendAsync(message);

    private static async Task OpenAsync(ServiceProvider services, byte[] mail)
    {
        await using var opened = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
        if (opened.Verdict is not SignatureVerdict.Valid)
            throw new InvalidOperationException("What is measured is not valid.");
    }

    private static async Task SealAsync(ServiceProvider services, SecureMessage message)
    {
        try
        {
            await SendAsync(services, message);
            throw new InvalidOperationException("Somebody listens on port 1.");
        }
        catch (SecureMailException exception) when (exception.Code == SecureMailErrors.ServerUnreachable)
        {
            // Sealed, and nobody there.
        }
    }

    private static async Task<byte[]> ReceivedAsync(SandboxServer sandbox, string messageId)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var list = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("mail/list.json"));
        var id = list.RootElement.EnumerateArray().First(mail => mail.GetProperty("messageId").GetString() == $"<{messageId}>").GetProperty("id").GetString();
        return await http.GetByteArrayAsync($"mail/{id}.eml");
    }
}
