using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using CsCheck;

namespace BaseComponents.Tests.Authorities;

public sealed class SearchTests
{
    [Theory]
    [InlineData("Döbeln", "Döbeln")]
    [InlineData("doebeln", "Döbeln")]
    [InlineData("DOBELN", "Döbeln")]
    [InlineData("D\u006f\u0308beln", "Döbeln")]
    [InlineData("Budyšin", "Bautzen / Budyšin")]
    [InlineData("budysin", "Bautzen / Budyšin")]
    [InlineData("Bautzen", "Bautzen / Budyšin")]
    [InlineData("Weisswasser", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("weißwasser", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("WEIẞWASSER", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("Weißwasser Oberlausitz", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("bela woda", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("Neukirchen Erzgebirge", "Neukirchen/Erzgeb.")]
    [InlineData("Neukirchen/Pleiße", "Neukirchen/Pleiße")]
    [InlineData("Freib", "Freiberg")]
    [InlineData("  Freiberg  ", "Freiberg")]
    [InlineData("Freiberg\ufffe", "Freiberg")]
    [InlineData("09599", "Freiberg")]
    [InlineData("09471 Königswalde", "Königswalde")]
    [InlineData("09471 koenigs", "Königswalde")]
    [InlineData("145220180180", "Freiberg")]
    [InlineData("14522180", "Freiberg")]
    public async Task A_place_is_found_as_people_write_it(string text, string name)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        (await directory.Authorities.FindPlacesAsync(text)).Select(place => place.ShortName).Should().Equal(name);
    }

    [Theory]
    [InlineData("Freibreg", "Freiberg")]
    [InlineData("Frieberk", "Freiberg")]
    [InlineData("Dresdn", "Dresden")]
    [InlineData("Dresdden", "Dresden")]
    [InlineData("Bauzen", "Bautzen / Budyšin")]
    [InlineData("Budyschin", "Bautzen / Budyšin")]
    [InlineData("Weiswasser", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("Weiß wasser", "Weißwasser/O.L. / Běła Woda")]
    [InlineData("Bautzen/Budyšin", "Bautzen / Budyšin")]
    [InlineData("Döbelm", "Döbeln")]
    [InlineData("Doebenl", "Döbeln")]
    [InlineData("Neukirchen Pleise", "Neukirchen/Pleiße")]
    [InlineData("Neukrichen Erzgeb", "Neukirchen/Erzgeb.")]
    [InlineData("Stadt Freiberg", "Freiberg")]
    [InlineData("Universitätsstadt Freiberg", "Freiberg")]
    [InlineData("Freiberg Mittelsachsen", "Freiberg")]
    [InlineData("Freiberg, Landkreis Mittelsachsen", "Freiberg")]
    [InlineData("Königswalde 09471", "Königswalde")]
    [InlineData("D-09471 Königswalde", "Königswalde")]
    [InlineData("09471 Könisgwalde", "Königswalde")]
    [InlineData("99999 Freiberg")]
    [InlineData("x09471")]
    [InlineData("Theume", "Theuma")]
    [InlineData("Teume")]
    [InlineData("Brgen", "Bergen")]
    public async Task A_place_is_found_with_a_typing_mistake_or_what_tells_it_apart(string text, params string[] names)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        (await directory.Authorities.FindPlacesAsync(text)).Select(place => place.ShortName).Should().Equal(names);
    }

    [Fact]
    public async Task Places_of_the_same_name_are_told_apart_by_their_district()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"), """
            { "daten": [["145240070070", "Sankt Egidien b. Zwickau", null], ["145240080080", "Sankt Bärenstein", null], ["14524", "Zwickau", "Landkreis"], ["14625", "Bautzen", "Landkreis"], ["145240020020", "Bernsdorf", null], ["146250030030", "Bernsdorf", null],
              ["145240330330", "Zwickau, Stadt", null], ["145240040040", "Bernsdorfer Berg", null], ["145240050050", "Alt Bernsdorf", null], ["145240060060", "Bernsdorff", null]] }
            """, "PostalCode,RegionalKey\n");
        (await directory.Authorities.FindPlacesAsync("Bernsdorf")).Select(place => (place.ShortName, place.District)).Should().Equal(
            ("Bernsdorf", "Zwickau"), ("Bernsdorf", "Bautzen"), ("Bernsdorfer Berg", "Zwickau"), ("Bernsdorff", "Zwickau"), ("Alt Bernsdorf", "Zwickau"));
        (await directory.Authorities.FindPlacesAsync("Bernsdorf Bautzen")).Should().ContainSingle().Which.District.Should().Be("Bautzen");
        (await directory.Authorities.FindPlacesAsync("bernsdorf kreis zwick")).Select(place => (place.ShortName, place.District)).Should().StartWith(("Bernsdorf", "Zwickau"));
        (await directory.Authorities.FindPlacesAsync("Sankt Bärenstien Zwickau")).Select(place => place.ShortName).Should().Contain("Sankt Bärenstein", "one letter abbreviates anything");
        (await directory.Authorities.FindPlacesAsync("Altbernsdorf")).Select(place => place.ShortName).Should().Equal("Alt Bernsdorf");
    }

    [Theory]
    [InlineData("09471", "Bärenstein", "Königswalde")]
    [InlineData("09471 Kühberg", "Bärenstein", "Königswalde")]
    [InlineData("Neukirchen", "Neukirchen/Erzgeb.", "Neukirchen/Pleiße")]
    [InlineData("Hartmannsdorf", "Hartmannsdorf", "Hartmannsdorf b. Kirchberg")]
    [InlineData("Kirchberg", "Hartmannsdorf b. Kirchberg")]
    [InlineData("Erzgebirge")]
    [InlineData("Stadt")]
    [InlineData("Mitte")]
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("  --  ")]
    public async Task Several_places_or_none_are_a_list(string text, params string[] names)
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        (await directory.Authorities.FindPlacesAsync(text)).Select(place => place.ShortName).Should().Equal(names);
    }

    [Fact]
    public async Task A_place_tells_what_sets_it_apart()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        var place = (await directory.Authorities.FindPlacesAsync("Königswalde")).Single();
        (place.Key, place.Name, place.District).Should().Be((RegionKey.Parse(SmallMap.Koenigswalde), "Königswalde", "Erzgebirgskreis"));
        place.PostalCodes.Should().Equal(PostalCode.Parse("09471"));
    }

    [Theory]
    [InlineData("hund", "Hund anmelden", "Hündin abmelden")]
    [InlineData("huendin", "Hündin abmelden")]
    [InlineData("HUND ANMELDEN", "Hund anmelden", "Hündin abmelden")]
    [InlineData("anmelden hund", "Hund anmelden", "Hündin abmelden")]
    [InlineData("steuermarke", "Hund anmelden")]
    [InlineData("99102013104000", "Hund anmelden")]
    [InlineData("99 102 013 104 000", "Hund anmelden")]
    [InlineData("katze")]
    [InlineData("")]
    public async Task A_service_is_found_by_its_words(string text, params string[] names)
    {
        const string synonyms = """
            <xzufi:modulBegriffImKontext><xzufi:begriffImKontext><xzufi:begriff languageCode="de">Steuermarke</xzufi:begriff></xzufi:begriffImKontext></xzufi:modulBegriffImKontext>
            """;
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service(more: synonyms), Delivery.Service("99102013070000", "Hündin abmelden")));
        (await directory.Authorities.FindServicesAsync(text)).Select(service => service.Name).Should().Equal(names);
    }

    [Fact]
    public async Task All_services_are_listed_by_name()
    {
        await using var directory = TestDirectory.With(Delivery.Of(Delivery.Service("99102013070000", "Zweites"), Delivery.Service(name: "Erstes")));
        (await directory.Authorities.ListServicesAsync()).Select(service => service.Name).Should().Equal("Erstes", "Zweites");
    }

    [Fact]
    public async Task No_text_breaks_a_search()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        await directory.Authorities.ListServicesAsync();
        foreach (var text in new[] { "\uD83D", "Frei\uDC15berg", "09599 \uD83D" })
        {
            (await directory.Authorities.FindPlacesAsync(text)).Count.Should().BeLessThanOrEqualTo(50);
            (await directory.Authorities.FindServicesAsync(text)).Count.Should().BeLessThanOrEqualTo(50);
        }

        await Gen.OneOf(Gen.String, Gen.String[Gen.Char[' ', 'ÿ'], 0, 300]).SampleAsync(async text =>
        {
            (await directory.Authorities.FindPlacesAsync(text)).Count.Should().BeLessThanOrEqualTo(50);
            (await directory.Authorities.FindServicesAsync(text)).Count.Should().BeLessThanOrEqualTo(50);
        });
    }
}
