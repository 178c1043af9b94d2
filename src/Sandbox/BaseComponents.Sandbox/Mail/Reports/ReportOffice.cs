using System.Threading.Channels;
using BaseComponents.Sandbox.Internal;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace BaseComponents.Sandbox.Mail.Reports;

/// <summary>Sends the delivery reports that faults ask for, also after a while, into the sender's mailbox.</summary>
internal sealed class ReportOffice(MailStore store, SandboxContext context) : BackgroundService
{
    private readonly Channel<(DateTimeOffset Due, MailEnvelope Envelope, byte[] Raw)> _waiting = Channel.CreateBounded<(DateTimeOffset, MailEnvelope, byte[])>(1000);

    /// <summary>Plays the faults for a mail that was accepted.</summary>
    public void Consider(MailEnvelope envelope, byte[] raw)
    {
        var now = context.Clock.GetUtcNow();
        if (envelope.Sender.Length == 0)
            return;
        if (context.Faults.Take(MailFaults.ReportFailure) is { } failure && envelope.Recipients.Except(envelope.Unreported).FirstOrDefault() is { } recipient)
            Enqueue(now.AddMilliseconds(failure.Milliseconds), envelope, DeliveryReport.Write(envelope.Sender, recipient, envelope.EnvelopeId, MailParser.Headers(raw)?[HeaderId.MessageId], now));
        // Of a mail that never was: a stranger knows neither its Message-ID nor its ENVID.
        if (context.Faults.Take(MailFaults.ReportForged) is { } forged)
            Enqueue(now.AddMilliseconds(forged.Milliseconds), envelope, DeliveryReport.Write(envelope.Sender, envelope.Recipients[0], "forged", "<forged@stranger.example>", now));
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

    private void Enqueue(DateTimeOffset due, MailEnvelope envelope, byte[] raw) => _waiting.Writer.TryWrite((due, new MailEnvelope("", [envelope.Sender], "none"), raw));
}
