using BaseComponents.SecureMail.Internal;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// The one sender of a mail. Two headers, two addresses, a group, a name that looks like another address, or a Sender who is somebody else: programs differ in which of them they show, so
/// such a header names nobody.
/// </summary>
internal static class FromHeader
{
    // "@" and the two forms of it that look the same.
    private static readonly char[] _at = ['@', '\uFF20', '\uFE6B'];

    /// <summary>Null where there is not exactly one.</summary>
    public static string? Single(HeaderList headers)
    {
        var from = Only(headers, HeaderId.From);
        return from is not null && (!headers.Contains(HeaderId.Sender) || MailAddressSyntax.AreSame(Only(headers, HeaderId.Sender), from)) ? from : null;
    }

    private static string? Only(HeaderList headers, HeaderId id)
    {
        if (headers.Where(header => header.Id == id).ToList() is not [var header])
            return null;
        return InternetAddressList.TryParse(header.RawValue, out var addresses) && addresses is [MailboxAddress { Address: { Length: > 0 } address, Route.Count: 0 }] && IsAlone(header.Value, address)
            ? address
            : null;
    }

    // Names, comments and encoded words are decoded here: none of them may hold a second address.
    private static bool IsAlone(string text, string address) => text.Replace(address, "", StringComparison.OrdinalIgnoreCase).IndexOfAny(_at) < 0;
}
