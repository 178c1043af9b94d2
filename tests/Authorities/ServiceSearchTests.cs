using System.Diagnostics;
using BaseComponents.Authorities;
using BaseComponents.Benchmarks.Authorities.Services;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;

namespace BaseComponents.Tests.Authorities;

public sealed class ServiceSearchTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Services");
    private static readonly IReadOnlyList<CatalogueService> Services = ServiceCatalogue.Real(Folder);
    private readonly TestDirectory _directory = TestDirectory.With(Delivery.Of([.. Services.Select(Written)]));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Theory]
    [InlineData("führerschein umtauschen", "Führerschein: Umtausch in den EU-Kartenführerschein beantragen")]
    [InlineData("fuehrerschein umtausch", "Führerschein: Umtausch in den EU-Kartenführerschein beantragen")]
    [InlineData("fuhrerschein umtauschen", "Führerschein: Umtausch in den EU-Kartenführerschein beantragen")]
    [InlineData("FÜHRERSCHEIN UMTAUSCH", "Führerschein: Umtausch in den EU-Kartenführerschein beantragen")]
    [InlineData("strassenmusik", "Straßenmusik anmelden")]
    [InlineData("straßenmusik", "Straßenmusik anmelden")]
    public async Task Umlauts_and_sharp_s_are_found_as_people_write_them(string text, string title) => (await FirstAsync(text)).Should().Be(title);

    [Theory]
    [InlineData("geburts urkunde", "Geburtsurkunde beantragen")]
    [InlineData("waffenbesitz karte", "Waffenbesitzkarte beantragen")]
    [InlineData("elterngeldantrag", "Elterngeld beantragen")]
    [InlineData("wohngeldbeantragung", "Wohngeld beantragen")]
    [InlineData("wunsch kennzeichen", "Wunschkennzeichen reservieren")]
    public async Task Compounds_are_found_by_their_parts_and_parts_by_the_compound(string text, string title) => (await FirstAsync(text)).Should().Be(title);

    [Theory]
    [InlineData("gebutsurkunde", "Geburtsurkunde beantragen")]
    [InlineData("reispeass express", "Reisepass im Expressverfahren beantragen")]
    [InlineData("einbürgerrung", "Einbürgerung beantragen")]
    [InlineData("wafenbesitzkrate", "Waffenbesitzkarte beantragen")]
    [InlineData("kindergelt", "Kindergeld beantragen")]
    public async Task One_or_two_typing_mistakes_are_forgiven(string text, string title) => (await FirstAsync(text)).Should().Be(title);

    [Theory]
    [InlineData("wohng", "Wohngeld beantragen")]
    [InlineData("fischereis", "Fischereischein beantragen")]
    [InlineData("kleinen waff", "Kleinen Waffenschein beantragen")]
    public async Task Services_are_found_while_one_types(string text, string title) => (await FirstAsync(text)).Should().Be(title);

    [Fact]
    public async Task The_title_itself_stands_first()
    {
        foreach (var service in Services)
            (await FirstAsync(service.Title)).Should().Be(service.Title);
    }

    [Fact]
    public async Task All_words_are_better_than_some()
    {
        var found = await _directory.Authorities.FindServicesAsync("vorläufigen reisepass");
        found.Select(service => service.Name).Take(2).Should().StartWith("Vorläufigen Reisepass beantragen").And.HaveCount(2);
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("98765")]
    public async Task What_nobody_offers_is_an_empty_list(string text) => (await _directory.Authorities.FindServicesAsync(text)).Should().BeEmpty();

    [Fact]
    public async Task A_text_that_is_too_long_finds_nothing() =>
        (await _directory.Authorities.FindServicesAsync(string.Concat(Enumerable.Repeat("hund ", 41)))).Should().BeEmpty();

    [Fact]
    public async Task Most_of_what_citizens_ask_is_found()
    {
        var queries = ServiceCatalogue.Queries(Folder);
        var titles = Services.ToDictionary(service => service.Number, service => service.Title);
        var found = 0;
        foreach (var query in queries)
            found += (await _directory.Authorities.FindServicesAsync(query.Text)).Take(5).Any(service => service.Name == titles[query.Number]) ? 1 : 0;
        ((double)found / queries.Count).Should().BeGreaterThan(0.85);
    }

    [Fact]
    public void The_questions_are_not_copied_from_the_catalogue()
    {
        var queries = ServiceCatalogue.Queries(Folder);
        var said = Services.SelectMany(service => service.Synonyms.Append(service.Title)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        queries.Should().HaveCountGreaterThanOrEqualTo(300);
        ((double)queries.Count(query => said.Contains(query.Text)) / queries.Count).Should().BeLessThan(0.1);
    }

    [Fact]
    public async Task Any_text_is_answered_soon_and_without_repetition()
    {
        await _directory.Authorities.FindServicesAsync("hund");
        var letters = Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[' ', 'ÿ'], Gen.Char, Gen.Char[" äß\uD83D"]);
        await Gen.String[letters, 0, 220].SampleAsync(async text =>
        {
            var started = Stopwatch.GetTimestamp();
            var found = await _directory.Authorities.FindServicesAsync(text);
            found.Count.Should().BeLessThanOrEqualTo(50);
            found.Should().OnlyHaveUniqueItems();
            Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(5));
        }, iter: 2000);
    }

    private async Task<string?> FirstAsync(string text) => await _directory.Authorities.FindServicesAsync(text) is [var first, ..] ? first.Name : null;

    private static string Written(CatalogueService service) => Delivery.Service(service.Key, service.Title, $"""
        <xzufi:modulBegriffImKontext>{string.Concat(service.Synonyms.Select(synonym => $"<xzufi:begriffImKontext><xzufi:begriff languageCode=\"de\">{synonym}</xzufi:begriff></xzufi:begriffImKontext>"))}</xzufi:modulBegriffImKontext>
        """);
}
