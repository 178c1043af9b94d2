using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>A citizen walks the whole way: look-up, log-in, form, proof, payment, mail.</summary>
internal static class WholeWalk
{
    /// <returns>The number of the case.</returns>
    public static async Task<string> RunAsync(FreshServer fresh, string recipient, byte[] proof, string person = "Erika Mustermann")
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        await browser.OpenAsync(new Uri(fresh.Server.Address, "/zustaendigkeit?leistung=99102013104000&ort=145220180180"));
        await browser.PressAsync("Hund jetzt online anmelden");
        var number = browser.Page.TextOf("main strong");
        await browser.FollowAsync(LogInWay.BundId.Button);
        await browser.PressAsync("Weiter zur Anmeldung");
        await browser.PressAsync(LogInPages.ButtonOf(LogInWay.BundId, person));
        await browser.PressAsync("Weiter zur Anwendung");
        await browser.PressAsync("Weiter", SampleAnswers.All.Append(KeyValuePair.Create("ContactMail", recipient)).DistinctBy(answer => answer.Key).ToDictionary());
        await browser.PressAsync("Datei beifügen", upload: new Upload("datei", "police.pdf", proof));
        await browser.DownloadAsync(browser.Page.Link("Antrag als PDF"));
        await browser.PressAsync("Angaben bestätigen");
        await browser.PressAsync("Zahlung vorbereiten");
        await browser.FollowAsync("Zur Bezahlseite");
        await browser.PressAsync("Bezahlen");
        browser.Page.Heading.Should().Be("Ihre Anmeldung ist eingegangen");
        using var reader = new global::DogLicence.Walkthrough.Browser();
        await new Inbox(reader, fresh.Server.Sandbox!.Address).WaitForAsync($"Anmeldung eines Hundes, Vorgang {number}", TestContext.Current.CancellationToken);
        return number;
    }
}
