using System.Globalization;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using MimeKit;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Keeps received mails; the list is kept apart from the content, so that it stays quick.</summary>
internal sealed class MailStore(SandboxContext context)
{
    private const int MaxMails = 2000;

    public bool IsFull => context.State.List("mail-index").Count >= MaxMails;

    /// <summary>Keeps the mail; when the call returns it is durable.</summary>
    public MailSummary Add(MailEnvelope envelope, byte[] raw)
    {
        var now = context.Clock.GetUtcNow();
        var id = now.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        var summary = Summarise(id, now, envelope, raw);
        context.State.Write("mail/" + id, new StoredMail(summary, raw));
        context.State.Write("mail-index/" + id, summary);
        return summary;
    }

    /// <summary>All mails, the newest first.</summary>
    public IReadOnlyList<MailSummary> List() => [.. context.State.List("mail-index").Reverse().Select(context.State.Read<MailSummary>).OfType<MailSummary>()];

    public StoredMail? Find(string id) => IsId(id) ? context.State.Read<StoredMail>("mail/" + id) : null;

    private static bool IsId(string id) => id.Length == 26 && id.All(c => char.IsAsciiDigit(c) || c is (>= 'a' and <= 'f') or '-');

    private static MailSummary Summarise(string id, DateTimeOffset now, MailEnvelope envelope, byte[] raw)
    {
        var headers = MailParser.Headers(raw);
        return new MailSummary(
            id, now, envelope.Sender, envelope.Recipients, headers?[HeaderId.Subject] ?? "", headers?[HeaderId.MessageId],
            headers?[HeaderId.ContentType] ?? "", raw.LongLength, envelope.Tls);
    }
}
