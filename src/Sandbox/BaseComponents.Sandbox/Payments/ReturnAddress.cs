namespace BaseComponents.Sandbox.Payments;

/// <summary>Where the browser goes after the pay page: any web address, in a form that fits into a header.</summary>
internal static class ReturnAddress
{
    public const int MaxLength = 2082;

    public static Uri? Parse(string? text) =>
        text is { Length: <= MaxLength }
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && InAscii(address) is { } fit
        && fit.AbsoluteUri.All(char.IsAscii)
            ? fit
            : null;

    // Path and query are escaped by AbsoluteUri, a host name with umlauts is not.
    private static Uri InAscii(Uri address) => address.HostNameType is UriHostNameType.Dns ? new UriBuilder(address) { Host = address.IdnHost }.Uri : address;
}
