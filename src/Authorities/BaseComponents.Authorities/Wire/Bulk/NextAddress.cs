namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>Looks at an address that the service names: it is data from outside, and a token goes with each request.</summary>
internal static class NextAddress
{
    private const int Longest = 4096;
    private static readonly string[] Disguises = ["%2e", "%2f", "%5c", "\\"];

    /// <summary>The address, if it is of the configured origin and below the configured path; otherwise null.</summary>
    /// <param name="basis">The configured base; its path ends with a slash.</param>
    /// <param name="asked">What was asked last; the address may be relative to it.</param>
    /// <param name="text">What the service names.</param>
    public static Uri? Within(Uri basis, Uri asked, string text)
    {
        if (text.Length is 0 or > Longest || !text.All(static sign => sign is > ' ' and < '\x7f') || !Uri.TryCreate(asked, text, out var address))
            return null;
        var hasSameOrigin = address.Scheme == basis.Scheme && address.Port == basis.Port && string.Equals(address.IdnHost, basis.IdnHost, StringComparison.OrdinalIgnoreCase);
        return hasSameOrigin && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && !IsDisguised(text) && address.AbsolutePath.StartsWith(basis.AbsolutePath, StringComparison.Ordinal)
            ? address
            : null;
    }

    // What one server takes for a letter of a name another one takes for a way out of the folder.
    private static bool IsDisguised(string text)
    {
        var path = text.Split('?')[0];
        return Array.Exists(Disguises, sign => path.Contains(sign, StringComparison.OrdinalIgnoreCase));
    }
}
