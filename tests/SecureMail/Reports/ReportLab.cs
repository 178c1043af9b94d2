using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Reports;
using BaseComponents.SecureMail.Testing;
using BaseComponents.Tests.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Reports;

/// <summary>An application with an outbox in SQLite, a mail server that does what the test says, and a way for reports to come in.</summary>
internal sealed class ReportLab : IAsyncDisposable
{
    public const string Second = "bauamt+post@amt.example";
    private readonly MailLab _lab = new();
    private readonly OutboxDatabase _database = new();
    private ServiceProvider? _services;

    public ReportLab() => SecondKey = _lab.Authority.Issue(Second);

    public MailLab Mail => _lab;

    public ScriptedServer Server { get; init; } = new();

    public ThrowAwayMailKey SecondKey { get; }

    public ServiceProvider Services => _services!;

    public Action<SecureMailOptions>? Change { get; init; }

    public async Task<OutboxMail> StoreAsync(params string[] to)
    {
        _services ??= await _database.ApplicationAsync(_lab, options =>
        {
            (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (Server.Port, SmtpSecurity.Implicit, Server.RootPem);
            options.Recipients = [_lab.OfficeKey.ToRecipient(), SecondKey.ToRecipient()];
            Change?.Invoke(options);
        });
        return await Services.EnqueueAsync(new SecureMessage { To = to.Length == 0 ? [MailLab.Office] : to, Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = "case-1/notice" });
    }

    public async Task<OutboxMail> SendAsync(params string[] to)
    {
        var mail = await StoreAsync(to);
        await Services.WorkAsync();
        return await Services.ReadAsync(mail);
    }

    public async Task<MailReportOutcome> TakeAsync(byte[] mail)
    {
        await using var received = await Services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
        return (await Services.GetRequiredService<ISecureMailReports>().TakeAsync(received, TestContext.Current.CancellationToken)).Outcome;
    }

    public Task<MailReportOutcome> DeliveredAsync(OutboxMail mail, string action = "delivered", string final = MailLab.Office, string? original = null, string status = "2.0.0") =>
        TakeAsync(ReportMail.Delivery(ReportMail.Fields(action, mail.EnvelopeId, final, original, status)));

    /// <summary>A report of reading that the holder of the key has signed.</summary>
    public Task<MailReportOutcome> ReadAsync(OutboxMail mail, ThrowAwayMailKey key, string from = MailLab.Office, string disposition = "manual-action/MDN-sent-manually; displayed")
    {
        var entity = ReportMail.Entity("report-type=disposition-notification", "Content-Type: message/disposition-notification\r\n\r\n" + ReportMail.Disposition(disposition, mail.MessageId, from)).TrimEnd();
        return TakeAsync(Forge.Mail(Forge.Signed(key, entity), from));
    }

    public async Task<RecipientDelivery?> DeliveryAsync(OutboxMail mail, int index = 0) => (await Services.ReadAsync(mail)).Recipients[index].Delivery;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        if (_services is not null)
            await _services.DisposeAsync();
        _database.Dispose();
        _lab.Dispose();
    }
}
