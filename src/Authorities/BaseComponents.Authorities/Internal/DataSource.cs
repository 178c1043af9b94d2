namespace BaseComponents.Authorities.Internal;

/// <summary>A place data comes from: an http address or a file.</summary>
internal static class DataSource
{
    public static string ClientName(string registration) => $"BaseComponents.Authorities:{registration}";

    /// <summary>The address, or null when the location is a file.</summary>
    public static Uri? AddressOf(string location) =>
        Uri.TryCreate(location, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    /// <summary>The location for messages and logs: without user, password and query.</summary>
    public static string Shown(string location) =>
        AddressOf(location)?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) ?? location;
}
