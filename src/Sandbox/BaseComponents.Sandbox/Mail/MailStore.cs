using System.Globalization;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Gateway;
using MimeKit;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Keeps received mails, and delivers them where there is a drop; the list is kept apart from the content, so that it stays quick.</summary>
internal sealed class MailStore
{
    private const long BytesOfEach = 250_000;
    private readonly SandboxContext _context;
    private readonly MailDrop? _drop;
    private int _count;
    private long _bytes;

    public MailStore(SandboxContext context, MailDrop? drop)
    {
        (_context, _drop) = (context, drop);
        var kept = List();
        (_count, _bytes) = (kept.Count, kept.Sum(mail => mail.Size));
    }

    public int Count => _count;

    public bool IsFull => _count >= _context.MostMails || Interlocked.Read(ref _bytes) >= _context.MostMails * BytesOfEach;

    /// <summary>Keeps the mail; when the call returns it is durable.</summary>
    /// <param name="envelope">Sender and recipients.</param>
    /// <param name="raw">The mail.</param>
    /// <param name="deliveries">What the gateway made of it; none: it did not pass the gateway.</param>
    public MailSummary Add(MailEnvelope envelope, byte[] raw, IReadOnlyList<GatewayDelivery>? deliveries = null)
    {
        var now = _context.Clock.GetUtcNow();
        var id = now.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        var summary = Summarise(id, now, envelope, raw);
        // First: where it fails the mail is not taken, and comes again. An office has to know a mail that comes twice.
        _drop?.Deliver(id, raw, deliveries ?? [new GatewayDelivery(envelope.Recipients, GatewayWay.PassedOn, null)]);
        _context.State.Write("mail/" + id, new StoredMail(summary, raw));
        _context.State.Write("mail-index/" + id, summary);
        Interlocked.Increment(ref _count);
        Interlocked.Add(ref _bytes, raw.LongLength);
        return summary;
    }

    /// <summary>All mails, the newest first.</summary>
    public IReadOnlyList<MailSummary> List() => [.. _context.State.List("mail-index").Reverse().Select(_context.State.Read<MailSummary>).OfType<MailSummary>()];

    public StoredMail? Find(string id) => IsId(id) ? _context.State.Read<StoredMail>("mail/" + id) : null;

    private static bool IsId(string id) => id.Length == 26 && id.All(c => char.IsAsciiDigit(c) || c is (>= 'a' and <= 'f') or '-');

    private static MailSummary Summarise(string id, DateTimeOffset now, MailEnvelope envelope, byte[] raw)
    {
        var headers = MailParser.Headers(raw);
        return new MailSummary(
            id, now, envelope.Sender, envelope.Recipients, headers?[HeaderId.Subject] ?? "", headers?[HeaderId.MessageId],
            headers?[HeaderId.ContentType] ?? "", raw.LongLength, envelope.Tls);
    }
}
