namespace DogLicence.Cases;

/// <summary>The secret of this service's cases.</summary>
public static class BrowserCookie
{
    private static readonly BrowserSecret Secret = new("hund-antrag");

    /// <inheritdoc cref="BrowserSecret.Read"/>
    public static byte[]? Read(HttpRequest request) => Secret.Read(request);

    /// <inheritdoc cref="BrowserSecret.ReadOrIssue"/>
    public static byte[] ReadOrIssue(HttpContext context) => Secret.ReadOrIssue(context);
}
