using System.Diagnostics;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.Smtp;
using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal;

internal sealed class SecureMailClient(MailSettingsSource settings, MailSealer sealer, SmtpDelivery delivery, ExpiryWatch watch, TimeProvider clock, ILogger<SecureMailClient> logger) : ISecureMailClient
{
    public async Task<MailReceipt> SendAsync(SecureMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var activity = Telemetry.Activities.StartActivity("securemail.send");
        var receipt = await GuardAsync(() => DeliverAsync(message, cancellationToken), activity).ConfigureAwait(false);
        logger.Sent(receipt.MessageId, receipt.Protection, message.To.Count, receipt.Size);
        Telemetry.Sent("accepted");
        return receipt;
    }

    public async Task<MailSeal> SealAsync(SecureMessage message, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        using var activity = Telemetry.Activities.StartActivity("securemail.seal");
        var current = settings.Current;
        watch.Look(current);
        var seal = await GuardAsync(() => sealer.WriteAsync(message, current, output, cancellationToken), activity).ConfigureAwait(false);
        if (!message.Protection.IsEncrypted)
            logger.Plain(seal.MessageId, message.Protection.Reason);
        if (seal.OfUnknownRevocation > 0)
            logger.RevocationUnknown(seal.MessageId, seal.OfUnknownRevocation);
        logger.Sealed(seal.MessageId, seal.Protection, message.To.Count, seal.Size);
        return seal;
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, Activity? activity)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (SecureMailException fault)
        {
            logger.NotSent(fault.CorrelationId, fault.Code, fault.Outcome, fault.IsTransient);
            Telemetry.Sent(fault.Code);
            activity?.SetStatus(ActivityStatusCode.Error, fault.Code);
            throw;
        }
    }

    private async Task<MailReceipt> DeliverAsync(SecureMessage message, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        watch.Look(current);
        using var mail = await sealer.SealAsync(message, current, cancellationToken).ConfigureAwait(false);
        if (!message.Protection.IsEncrypted)
            logger.Plain(mail.MessageId, message.Protection.Reason);
        if (mail.OfUnknownRevocation > 0)
            logger.RevocationUnknown(mail.MessageId, mail.OfUnknownRevocation);
        var reply = await delivery.SendAsync(mail, current, cancellationToken).ConfigureAwait(false);
        return new MailReceipt
        {
            MessageId = mail.MessageId,
            AcceptedAt = clock.GetUtcNow(),
            Protection = message.Protection,
            Size = mail.Size,
            OfUnknownRevocation = mail.OfUnknownRevocation,
            ServerReply = reply,
        };
    }
}
