using System.Net;
using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.Languages;

/// <summary>The way in English and in Leichte Sprache, and how a language is chosen.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "English", "€84.00", "€")]
    [InlineData("de-simple", "Leichte Sprache", "84,00 €", "Entwurf")]
    public async Task The_whole_way_is_in_the_language_that_was_chosen(string tag, string name, string amount, string mark)
    {
        await using var walker = await Walker.StartAsync();
        using var walk = new LanguageWalk(walker, tag);
        await walk.ChooseAsync(name);
        await walk.WalkToFormAsync();
        await walk.WalkToReceiptAsync();
        walk.Pages[^1].Heading.Should().Be(walk.Said("Ihre Anmeldung ist eingegangen"), "the log says {0}", walker.Log.Errors);
        walk.Pages[^1].Value(walk.Said("Bezahlter Betrag")).Should().Be(amount);
        walk.Pages[^1].Value(walk.Said("Bezahlt am")).Should().MatchRegex(tag == "en" ? @"^\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d$" : @"^\d\d\.\d\d\.20\d\d, \d\d:\d\d Uhr$");
        await walk.LookAroundAsync();
        var chosen = walk.Pages.Skip(1).ToList();
        chosen.Select(page => page.Document.DocumentElement.GetAttribute("lang")).Should().OnlyContain(lang => lang == tag);
        string.Join(Environment.NewLine, chosen.SelectMany(walk.LeftIn).Distinct()).Should().BeEmpty();
        chosen[0].Text.Should().Contain(walk.Said("Verbindlich ist nur die deutsche Fassung"));
        if (tag == "de-simple")
            chosen.Should().OnlyContain(page => page.Text.Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_language_keeps_the_case_and_documents_stay_German()
    {
        await using var walker = await Walker.StartAsync();
        await walker.BeginAsync();
        await walker.LogInAsync();
        await walker.Browser.PressAsync("Weiter", SampleAnswers.All);
        await walker.Browser.FollowAsync("Ohne neue Datei weiter");
        var summary = walker.Page.Address;
        await walker.Browser.FollowAsync("English");
        walker.Page.Address.Should().Be(summary);
        walker.Page.Value("Name of the dog").Should().Be("Büffel");
        walker.Page.Document.QuerySelector("nav [aria-current]")!.TextContent.Should().Be("English");
        await walker.OpenAsync(summary.AbsolutePath.Replace("zusammenfassung", "formular", StringComparison.Ordinal));
        walker.Page.Document.QuerySelector("#Name")!.GetAttribute("value").Should().Be("Büffel");
        walker.Page.Document.QuerySelectorAll("label > span[lang=de]").Select(part => part.TextContent).Should().Contain(["Erster Hund,", "Gefährlicher Hund,"], "names from the settings stay German, also those that the service has a text for");
        await walker.Browser.FollowAsync("Deutsch");
        walker.Page.Document.DocumentElement.GetAttribute("lang").Should().Be("de");
        walker.Page.Text.Should().Contain("Angaben zu Ihnen und zum Hund");
    }

    [Fact]
    public async Task The_cookie_says_the_language_and_nothing_else_and_no_address_leads_away()
    {
        await using var walker = await Walker.StartAsync();
        using var client = Client(walker);
        using var chosen = await client.GetAsync(new Uri("/?ort=Freiberg&sprache=en", UriKind.Relative));
        chosen.StatusCode.Should().Be(HttpStatusCode.Redirect);
        chosen.Headers.Location!.OriginalString.Should().Be("/?ort=Freiberg");
        chosen.Headers.GetValues("Set-Cookie").Should().ContainSingle().Which.ToLowerInvariant().Should().Be("sprache=en; path=/; samesite=lax; httponly");
        foreach (var path in new[] { "//evil.example/?sprache=en", "/%5Cevil.example/?sprache=en", "/%2Fevil.example?sprache=en", "///evil.example?sprache=en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, walker.Fresh.Server.Address.GetLeftPart(UriPartial.Authority) + path);
            using var answer = await client.SendAsync(request);
            var target = new Uri(walker.Fresh.Server.Address, answer.Headers.Location ?? new Uri("/", UriKind.Relative));
            target.Authority.Should().Be(walker.Fresh.Server.Address.Authority, "'{0}' must not lead away", path);
        }
    }

    [Fact]
    public async Task What_is_no_language_of_the_service_is_German()
    {
        await using var walker = await Walker.StartAsync();
        using var client = Client(walker);
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        foreach (var cookie in new[] { "sprache=fr", "sprache=", "sprache=de-SIMPLE%22%3E", "sprache=../../en", "other=en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/impressum") { Headers = { { "Cookie", cookie } } };
            using var answer = await client.SendAsync(request);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("<html lang=\"de\">", "the cookie is '{0}'", cookie);
        }

        using var unknown = await client.GetAsync(new Uri("/impressum?sprache=fr", UriKind.Relative));
        unknown.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    private static HttpClient Client(Walker walker) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = walker.Fresh.Server.Address };
}
