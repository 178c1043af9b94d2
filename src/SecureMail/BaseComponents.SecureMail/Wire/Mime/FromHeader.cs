using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>The one sender of a mail. Two headers, two addresses or a group name nobody: programs differ in which of them they show.</summary>
internal static class FromHeader
{
    public static string? Single(MimeMessage mail) =>
        mail.Headers.Count(header => header.Id is HeaderId.From) == 1 && mail.From is [MailboxAddress { Address: { Length: > 0 } address }] ? address : null;
}
