using System.Buffers;

namespace BaseComponents.SecureMail.Internal;

/// <summary>
/// The plain form of a mail address (RFC 5321 dot-string and domain, ASCII only). Quoted local parts, comments and names are refused:
/// whatever could smuggle a second address or a header does not get in.
/// </summary>
internal static class MailAddressSyntax
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static readonly SearchValues<char> _localPart = SearchValues.Create(Letters + "!#$%&'*+-/=?^_`{|}~.");
    private static readonly SearchValues<char> _label = SearchValues.Create(Letters + "-");

    public static bool IsValid(string? address)
    {
        if (address is null || address.Length > 254 || address.IndexOf('@', StringComparison.Ordinal) is not (> 0 and <= 64 and var at))
            return false;
        var local = address.AsSpan(0, at);
        return !local.ContainsAnyExcept(_localPart) && local[0] != '.' && local[^1] != '.' && local.IndexOf("..") < 0
            && address[(at + 1)..].Split('.') is { Length: > 1 } labels && labels.All(IsLabel) && !AddressProblem.MixesScripts(address);
    }

    /// <summary>Whether two addresses name the same mailbox. Case never tells mailboxes apart in practice.</summary>
    public static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && !label.AsSpan().ContainsAnyExcept(_label) && label[0] != '-' && label[^1] != '-';
}
