using System.Threading.Channels;
using BaseComponents.Sandbox.Internal;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>Sends delivery reports into the sender's mailbox: of delivery where the client asked for it (NOTIFY=SUCCESS), and those that faults ask for, also after a while.</summary>
internal sealed class ReportOffice(MailStore store, SandboxContext context) : BackgroundService
{
    private readonly Channel<(DateTimeOffset Due, MailEnvelope Envelope, byte[] Raw)> _waiting = Channel.CreateBounded<(DateTimeOffset, MailEnvelope, byte[])>(1000);

    /// <summary>Reports on a mail that was accepted, and plays the faults.</summary>
    public void Consider(MailEnvelope envelope, byte[] raw)
    {
        if (envelope.Sender.Length == 0)
            return;
        var mail = new ReportedMail(envelope.Sender, envelope.Recipients, envelope.EnvelopeId, MailParser.Headers(raw)?[HeaderId.MessageId]) { Originals = envelope.Originals };
        if (!Fails(envelope, mail) && envelope.Awaited is { Count: > 0 } awaited)
            Enqueue(0, envelope, ReportKind.Delivered, mail with { Recipients = awaited });
        Forge(envelope, mail);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (due, envelope, raw) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (due - context.Clock.GetUtcNow() is { Ticks: > 0 } wait)
                await Task.Delay(wait, context.Clock, stoppingToken);
            if (!store.IsFull)
                store.Add(envelope, raw);
        }
    }

    // Who was not reached is the first of whom a report is wanted.
    private bool Fails(MailEnvelope envelope, ReportedMail mail)
    {
        string[] reported = [.. envelope.Recipients.Except(envelope.Unreported).Take(1)];
        if (reported.Length > 0 && context.Faults.Take(MailFaults.ReportDelay) is { } delay)
            Enqueue(delay.Milliseconds, envelope, ReportKind.Delayed, mail with { Recipients = reported });
        if (reported.Length == 0 || context.Faults.Take(MailFaults.ReportFailure) is not { } failure)
            return false;
        Enqueue(failure.Milliseconds, envelope, ReportKind.Failed, mail with { Recipients = reported });
        return true;
    }

    // A stranger knows neither Message-ID nor ENVID; a recipient knows the former.
    private void Forge(MailEnvelope envelope, ReportedMail mail)
    {
        var one = mail with { Recipients = [envelope.Recipients[0]] };
        if (context.Faults.Take(MailFaults.ReportForged) is { } forged)
            Enqueue(forged.Milliseconds, envelope, ReportKind.Failed, one with { EnvelopeId = "forged", MessageId = "<forged@stranger.example>" });
        if (context.Faults.Take(MailFaults.ReportForgedByRecipient) is { } known)
            Enqueue(known.Milliseconds, envelope, ReportKind.Failed, one with { EnvelopeId = mail.MessageId?.Trim('<', '>') });
    }

    private void Enqueue(int milliseconds, MailEnvelope envelope, ReportKind kind, ReportedMail mail)
    {
        var now = context.Clock.GetUtcNow();
        _waiting.Writer.TryWrite((now.AddMilliseconds(milliseconds), new MailEnvelope("", [envelope.Sender], "none"), DeliveryReport.Write(kind, mail, now)));
    }
}
