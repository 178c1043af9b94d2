using MimeKit;
using MimeKit.Utils;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// Subject, date and Message-ID of a received mail: from the root of the content if that was validly signed and says that it carries the header (RFC 9788, or its forerunner), otherwise
/// from outside.
/// </summary>
internal sealed record ShownHeader(string Subject, HeaderOrigin SubjectOrigin, DateTimeOffset? Date, string? MessageId)
{
    public static ShownHeader Of(HeaderList outer, MimeEntity content, bool isValid)
    {
        var (isWhole, isPartial) = (content.ContentType.Parameters["hp"] is "clear" or "cipher", content.ContentType.Parameters["protected-headers"] is "v1");
        var subject = Choose(HeaderId.Subject);
        return new ShownHeader(
            HeaderText.SafeSubject(Find(subject, HeaderId.Subject)?.Value),
            subject == outer ? HeaderOrigin.Outer : HeaderOrigin.Protected,
            DateOf(Find(Choose(HeaderId.Date), HeaderId.Date)),
            MessageIdOf(Find(Choose(HeaderId.MessageId), HeaderId.MessageId)));

        // A whole header leaves nothing to the outer one: a field that it lacks was never there. The older form protects the fields that it has.
        HeaderList Choose(HeaderId id) => isValid && (isWhole || (isPartial && content.Headers.Contains(id))) ? content.Headers : outer;
    }

    private static Header? Find(HeaderList headers, HeaderId id) => headers.FirstOrDefault(header => header.Id == id);

    private static DateTimeOffset? DateOf(Header? header) => header is not null && DateUtils.TryParse(header.RawValue, out var date) ? date : null;

    private static string? MessageIdOf(Header? header) => header is null ? null : MimeUtils.ParseMessageId(header.RawValue, 0, header.RawValue.Length);
}
