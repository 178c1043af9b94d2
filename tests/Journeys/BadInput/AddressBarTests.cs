using System.Net;

namespace BaseComponents.Tests.Journeys.BadInput;

/// <summary>What anyone can type into the address bar, or a script can send.</summary>
public sealed class AddressBarTests
{
    [Theory]
    [InlineData("/?leistung=123", "Dieser Leistungsschlüssel ist nicht bekannt")]
    [InlineData("/?leistung=99999999999999&ort=Freiberg", "Dieser Leistungsschlüssel ist nicht bekannt")]
    [InlineData("/?ort=Atlantis", "Diesen Ort haben wir nicht gefunden")]
    [InlineData("/?ort=", "Ort: Bitte machen Sie eine Angabe.")]
    [InlineData("/?ort=%3Cscript%3Ealert(1)%3C/script%3E", "Diesen Ort haben wir nicht gefunden")]
    [InlineData("/?ort=%00%1F", "Zeichen, die nicht gedruckt werden können")]
    [InlineData("/zustaendigkeit?leistung=99102013104000&ort=999999999999", "Diesen Ort haben wir nicht gefunden")]
    [InlineData("/zustaendigkeit?leistung=99102013104000&ort=145229999999", "Diesen Ort kennt das Verzeichnis nicht")]
    [InlineData("/zustaendigkeit?leistung=99999999999999&ort=145220180180", "Diese Leistung kennt das Verzeichnis nicht")]
    [InlineData("/zustaendigkeit?leistung=abc&ort=145220180180", "Dieser Leistungsschlüssel ist nicht bekannt")]
    [InlineData("/anmeldung/ergebnis?outcome=%3Cb%3E&returnUrl=https://evil.example/", "Die Anmeldung konnte nicht geprüft werden")]
    [InlineData("/zahlung/zurueck/verfaelscht", "Hier lässt sich Ihr Antrag nicht öffnen")]
    public async Task A_wrong_address_is_answered_with_a_sentence(string path, string text)
    {
        await using var walker = await Walker.StartAsync();

        await walker.OpenAsync(path);

        walker.PageSays(text);
        walker.Page.Document.Scripts.Length.Should().Be(0);
        walker.Page.Document.QuerySelectorAll("a[href*='evil']").Length.Should().Be(0);
    }

    [Theory]
    [InlineData("/?leistung=Geheimnis", "A service key was asked for")]
    [InlineData("/zustaendigkeit?leistung=Geheimnis&ort=145220180180", "A service key was asked for")]
    [InlineData("/zustaendigkeit?leistung=99999999999999&ort=145220180180", "UnknownService")]
    [InlineData("/?ort=Geheimnis", "A place was asked for")]
    [InlineData("/zustaendigkeit?leistung=99102013104000&ort=Geheimnis", "A place was asked for")]
    [InlineData("/zustaendigkeit?leistung=99102013104000&ort=145229999999", "UnknownPlace")]
    public async Task A_wrong_key_or_place_stands_in_the_log_but_not_what_was_typed(string path, string text)
    {
        await using var walker = await Walker.StartAsync();

        await walker.OpenAsync(path);

        walker.Log.All.Should().Contain(text).And.NotContain("Geheimnis");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?ort=Freiberg")]
    [InlineData("/zustaendigkeit?leistung=99102013104000&ort=145220180180")]
    public async Task A_directory_that_is_away_is_named_and_nothing_is_asked_for_that_cannot_be_answered(string path)
    {
        await using var walker = await Walker.StartAsync(settings: ("BaseComponents:Authorities:RegionList", "no-such-file.json"));

        await walker.OpenAsync(path);

        walker.PageSays("Das Verzeichnis der Behörden ist gerade nicht erreichbar", HttpStatusCode.ServiceUnavailable);
        walker.Page.Document.QuerySelectorAll("main form").Length.Should().Be(0);
        walker.Log.Errors.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/antrag/unbekannt/formular")]
    [InlineData("/antrag/..%2F..%2Fetc/quittung")]
    [InlineData("/lib/../appsettings.json")]
    [InlineData("/App_Data/cases.db")]
    public async Task What_is_not_there_is_not_there(string path)
    {
        await using var walker = await Walker.StartAsync();

        await walker.OpenAsync(path);

        walker.PageSays("Diese Seite gibt es nicht", HttpStatusCode.NotFound);
        walker.Page.Document.QuerySelector("footer a[href='/impressum']").Should().NotBeNull("the page is one of ours, with its frame");
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var walker = await Walker.StartAsync();
        await walker.OpenAsync("/zustaendigkeit?leistung=99102013104000&ort=145220180180");
        walker.Page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.Remove();

        await walker.Browser.PressAsync("Hund jetzt online anmelden");

        walker.PageSays("Die Eingabe konnte nicht angenommen werden", HttpStatusCode.BadRequest);
        walker.Log.All.Should().Contain("A POST request was refused with status 400");
    }

    [Fact]
    public async Task A_later_step_is_not_open_before_the_one_that_is_due()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        var path = string.Join('/', walker.Page.Address.AbsolutePath.Split('/').Take(3));

        foreach (var step in new[] { "formular", "nachweis", "zusammenfassung", "antrag.pdf", "bezahlen", "quittung" })
        {
            await walker.OpenAsync($"{path}/{step}");
            walker.Page.Heading.Should().Be("Melden Sie sich an");
        }
    }
}
