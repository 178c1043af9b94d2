using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.SecureMail;

/// <summary>Canaries in every field that may hold personal data, and then a look at everything the package says about it, at Trace.</summary>
public sealed class NothingPersonalIsLoggedTests(MailSandbox sandbox) : IClassFixture<MailSandbox>
{
    private const string Canary = "Kanarienvogel";

    private static readonly string[] _personal =
        [Canary, MailSandbox.Office, SandboxMailboxes.WithoutCertificate, SandboxMailboxes.Sender, "steueramt", "ohne-zertifikat", "onlinedienste", "Online-Dienste"];

    private static readonly SecureMessage _message = new()
    {
        To = [MailSandbox.Office],
        Subject = Canary + " im Betreff",
        Text = Canary + " im Text",
        Html = $"<!doctype html><title>{Canary}</title>",
        Key = Canary + "-Aktenzeichen",
        Attachments = [SecureAttachment.FromBytes(Canary + ".pdf", "application/pdf", Encoding.UTF8.GetBytes(Canary))],
    };

    [Theory]
    [InlineData(null)]
    [InlineData("mail.reject.recipient")]
    [InlineData("mail.busy")]
    [InlineData("mail.starttls.missing")]
    [InlineData("mail.drop-after-dot")]
    public async Task LogsExceptionsAndTracesNameNobody(string? fault)
    {
        if (fault is not null)
            await sandbox.ArmAsync(fault);
        (await SaidAboutAsync(_message)).Should().Contain("securemail.send").And.ContainAny("4001", "4003").And.NotContainAny(_personal);
    }

    [Fact]
    public async Task ARefusalNamesNobody() =>
        (await SaidAboutAsync(_message with { To = [MailSandbox.Office, SandboxMailboxes.WithoutCertificate] })).Should().Contain("recipient.no-certificate").And.NotContainAny(_personal);

    [Fact]
    public async Task PlainMailLogsItsReasonAndNobody() =>
        (await SaidAboutAsync(_message with { Protection = MailProtection.Plain("fixed reason") })).Should().Contain("fixed reason").And.NotContainAny(_personal);

    [Fact]
    public async Task ReadingNamesNobody()
    {
        using var logs = new LogText();
        await using var services = sandbox.Services(logs: logs);
        var receipt = await services.GetRequiredService<ISecureMailClient>().SendAsync(_message with { To = [SandboxMailboxes.Sender] });
        var mail = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(await sandbox.RawByMessageIdAsync(receipt.MessageId)));

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
        mail.Text.Should().Contain(Canary);
        $"{logs.Text} {mail} {mail.Verdict} {mail.Attachments[0]} {_message} {_message.Attachments[0]}".Should().Contain("verdict Valid").And.NotContainAny(_personal);
    }

    private async Task<string> SaidAboutAsync(SecureMessage message)
    {
        var temporary = TemporaryFiles();
        using var logs = new LogText();
        using var traces = new TraceText();
        await using (var services = sandbox.Services(logs: logs))
        {
            try
            {
                logs.Add((await services.GetRequiredService<ISecureMailClient>().SendAsync(message)).ToString());
            }
            catch (SecureMailException exception)
            {
                logs.Add(exception.ToString());
            }
        }

        foreach (var file in TemporaryFiles().Except(temporary))
            logs.Add(await File.ReadAllTextAsync(file));
        return logs.Text + traces.Text;
    }

    // Without pipes and sockets, which every .NET process puts there: they have no length, and reading one waits for ever.
    private static string[] TemporaryFiles() =>
        [.. new DirectoryInfo(Path.GetTempPath()).GetFiles().Where(file => file is { Exists: true, Length: > 0 }).Select(file => file.FullName)];

    private sealed class LogText : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public void Add(string line) => _lines.Enqueue(line);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Add($"{eventId.Id} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    private sealed class TraceText : IDisposable
    {
        private readonly ConcurrentQueue<string> _spans = new();
        private readonly ActivityListener _listener;

        public TraceText()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "BaseComponents.SecureMail",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span => _spans.Enqueue($"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.Select(e => e.Name))}"),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public string Text => string.Join('\n', _spans);

        public void Dispose() => _listener.Dispose();
    }
}
