using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Keys;

/// <summary>The mail address that a user id names: all of it, or what stands between the angle brackets at its end (RFC 9580 section 5.11).</summary>
internal static class UserIds
{
    public static bool Names(string userId, string address) => AddressOf(userId) is { } named && AreSame(named, address);

    private static string? AddressOf(string userId)
    {
        var text = userId.Trim();
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var address = open < 0 ? text : text.EndsWith('>') ? text[(open + 1)..^1] : "";
        return MailAddressSyntax.IsValid(address) ? address : null;
    }

    // The part before the @ is the provider's business, and it may tell cases apart.
    private static bool AreSame(string one, string other) =>
        string.Equals(MailAddressSyntax.DomainOf(one), MailAddressSyntax.DomainOf(other), StringComparison.Ordinal)
        && string.Equals(LocalPartOf(one), LocalPartOf(other), StringComparison.Ordinal);

    private static string LocalPartOf(string address) => address[..address.IndexOf('@', StringComparison.Ordinal)];
}
