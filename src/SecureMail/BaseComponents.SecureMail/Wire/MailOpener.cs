using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Reports;
using BaseComponents.SecureMail.Wire.Mime;
using BaseComponents.SecureMail.Wire.OpenPgp;
using BaseComponents.SecureMail.Wire.Reports;
using MimeKit;

namespace BaseComponents.SecureMail.Wire;

/// <summary>Opens a received mail layer by layer. What is shown is parsed from exactly the bytes that were verified, and not before they were.</summary>
internal static class MailOpener
{
    private const int MaxReport = 1_000_000;

    public static async Task<ReceivedMail> OpenAsync(Stream stream, MailSettings settings, DateTimeOffset receivedAt, MailPlace place, CancellationToken cancellationToken)
    {
        var spools = new MailSpools();
        try
        {
            var limits = settings.Options.Limits;
            var layers = await IncomingMail.ReadAsync(stream, limits.MaxIncomingSize, new MailIntake(settings, spools).Read, cancellationToken).ConfigureAwait(false);
            var verdict = await JudgeAsync(layers, settings, receivedAt, cancellationToken).ConfigureAwait(false);
            var marks = place is MailPlace.Mailbox ? GatewayMarks.Of(layers.Mail.Headers, settings.Options.Gateway.Incoming) : GatewayMark.None;
            var mail = Describe(layers, verdict, limits);
            return mail with { Gateway = marks, Kept = spools, ReportSource = Source(mail, layers.Content) };
        }
        catch
        {
            spools.Dispose();
            throw;
        }
    }

    /// <summary>What can be said of a mail that may be for somebody else.</summary>
    public static async Task<MailExplanation> ExplainAsync(Stream stream, MailSettings settings, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        using var spools = new MailSpools();
        var intake = new MailIntake(settings, spools);
        try
        {
            var layers = await IncomingMail.ReadAsync(stream, settings.Options.Limits.MaxIncomingSize, intake.Read, cancellationToken).ConfigureAwait(false);
            var verdict = await JudgeAsync(layers, settings, receivedAt, cancellationToken).ConfigureAwait(false);
            return new MailExplanation { Layers = intake.Layers, Verdict = verdict, HasEncryptedPart = HasEncryptedPart(layers) };
        }
        catch (SecureMailException fault) when (fault.Code is SecureMailErrors.CannotDecrypt or SecureMailErrors.UnsupportedAlgorithm)
        {
            return new MailExplanation { Layers = intake.Layers, Fault = fault };
        }
    }

    private static async Task<SignatureVerdict> JudgeAsync(OpenedLayers layers, MailSettings settings, DateTimeOffset receivedAt, CancellationToken cancellationToken) => layers switch
    {
        { Verdict: { } verdict } => verdict,
        { Signatures: { } signatures } => await new SignatureJudge(settings, receivedAt).JudgeAsync(signatures, layers.From, cancellationToken).ConfigureAwait(false),
        { OpenPgp: { } signatures } => new OpenPgpJudge(receivedAt).Judge(signatures, layers.From),
        _ => Unsigned(layers.Content.Entity),
    };

    private static SignatureVerdict Unsigned(MimeEntity content) =>
        PartCount.All(content).Any(SmimeEntity.LooksSigned) ? new SignatureVerdict.PartlySigned() : new SignatureVerdict.NotSigned();

    private static ReceivedMail Describe(OpenedLayers layers, SignatureVerdict verdict, SecureMailLimits limits)
    {
        var isSafe = !layers.IsEncrypted || verdict is SignatureVerdict.Valid;
        var content = EntityContent.Of(layers.Content, limits, withPages: isSafe);
        var header = ShownHeader.Of(layers.Mail.Headers, layers.Content.Entity, verdict is SignatureVerdict.Valid);
        return new ReceivedMail
        {
            Verdict = verdict,
            IsEncrypted = layers.IsEncrypted,
            From = layers.From,
            Subject = header.Subject,
            SubjectOrigin = header.SubjectOrigin,
            Date = header.Date,
            MessageId = header.MessageId,
            Text = content.Text,
            Html = content.Html,
            Attachments = content.Attachments,
            HasEncryptedPart = HasEncryptedPart(layers),
            Report = ReportPart.Read(layers.Content),
        };
    }

    private static byte[]? Source(ReceivedMail mail, MimeLayer content)
    {
        if (mail.Report is not DeliveryReport || content.Octets.Length > MaxReport)
            return null;
        var source = new byte[content.Octets.Length];
        content.Octets.Read(0, source);
        return source;
    }

    private static bool HasEncryptedPart(OpenedLayers layers) => PartCount.All(layers.Content.Entity).Any(SmimeEntity.LooksEncrypted);
}
