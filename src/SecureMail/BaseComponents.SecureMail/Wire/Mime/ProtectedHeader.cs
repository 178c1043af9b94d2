using System.Text;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// The header of a mail that goes out as it stands on the root of the signed content (RFC 9788): all that the outer header says, and for an encrypted mail also how the outer header was
/// sent, so that the recipient sees what was hidden. Older programs know it by <c>protected-headers</c>.
/// </summary>
internal sealed class ProtectedHeader
{
    private const string HiddenSubject = "[...]";
    private readonly IReadOnlyList<Header> _fields;
    private readonly string _kind;

    private ProtectedHeader(IReadOnlyList<Header> fields, string kind) => (_fields, _kind) = (fields, kind);

    /// <summary>Takes what the header of the mail says, and hides from it what is confidential; what is for the gateway stands outside only.</summary>
    public static ProtectedHeader Take(MimeMessage mail, bool isEncrypted, HeaderConfidentiality confidentiality, GatewayInstruction instruction)
    {
        var inside = FieldsOf(mail);
        if (isEncrypted && confidentiality is HeaderConfidentiality.Baseline)
            mail.Subject = HiddenSubject;
        instruction.AddTo(mail);
        if (!isEncrypted)
            return new ProtectedHeader(inside, "clear");
        return new ProtectedHeader([.. inside, .. FieldsOf(mail).Select(Outer)], "cipher");
    }

    public void AddTo(MimeEntity root)
    {
        root.ContentType.Parameters.Add(new Parameter("hp", _kind) { AlwaysQuote = true });
        root.ContentType.Parameters.Add(new Parameter("protected-headers", "v1") { AlwaysQuote = true });
        foreach (var field in _fields)
            root.Headers.Add(field);
    }

    // Those that say how the body is built belong to the part that they stand on.
    private static List<Header> FieldsOf(MimeMessage mail) =>
        [.. mail.Headers.Where(field => field.Id is not HeaderId.MimeVersion && !field.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)).Select(field => field.Clone())];

    // Byte for byte as outside, encoded words and folds included.
    private static Header Outer(Header field)
    {
        var outer = new Header("HP-Outer", "");
        outer.SetRawValue([.. Encoding.ASCII.GetBytes($" {field.Field}:"), .. field.RawValue]);
        return outer;
    }
}
