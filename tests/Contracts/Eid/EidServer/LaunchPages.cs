using AngleSharp.Html.Parser;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>What a citizen finds on the page that leads to the AusweisApp.</summary>
internal static class LaunchPages
{
    /// <summary>The link to the AusweisApp on this computer.</summary>
    public static Uri ThisComputer(this Browser browser) => browser.LinkWith("auf diesem Computer öffnen");

    /// <summary>The link for another device.</summary>
    public static Uri OtherDevice(this Browser browser) => browser.LinkWith("Link zu dieser Anmeldung");

    private static Uri LinkWith(this Browser browser, string text) => new(new HtmlParser().ParseDocument(browser.Text).QuerySelectorAll("a")
        .First(link => link.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("href")!);
}
