using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>The address of a pay page, as the SOAP interface leaves it to the application to put together, and what can be told from one.</summary>
internal static class PayPageAddress
{
    private const string KassenzeichenParameter = "kassenzeichen";

    public static Uri? Of(EpayblOptions settings, string kassenzeichen, string customerNumber, EpayblAddresses addresses)
    {
        if (settings.PayPageAddress is not { } page)
            return null;
        var query = $"mandant={Escaped(settings.Mandant!)}&EShopKundenNr={Escaped(customerNumber)}&{KassenzeichenParameter}={Escaped(kassenzeichen)}"
            + $"&backlinkSuccess={Escaped(addresses.Success.AbsoluteUri)}&backlinkAbort={Escaped((addresses.Cancel ?? addresses.Success).AbsoluteUri)}";
        return new UriBuilder(page) { Query = query }.Uri;
    }

    /// <summary>The Kassenzeichen that a pay page is for, when its address names exactly one of the right form.</summary>
    public static string? KassenzeichenOf(Uri page)
    {
        string[] named = [.. page.Query.TrimStart('?').Split('&')
            .Select(static pair => pair.Split('=', 2))
            .Where(static pair => pair.Length == 2 && pair[0] == KassenzeichenParameter)
            .Select(static pair => pair[1])];
        return named is [{ Length: >= 2 and <= 30 } one] && one.All(char.IsAsciiLetterOrDigit) ? one : null;
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
