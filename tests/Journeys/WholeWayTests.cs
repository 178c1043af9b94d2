using BaseComponents.Tests.Journeys.Browser;

namespace BaseComponents.Tests.Journeys;

public sealed class WholeWayTests(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task A_citizen_registers_a_dog_and_the_office_gets_it(int width, bool dark)
    {
        var citizen = await ArriveAsync($"way-{width}{(dark ? "-dark" : "")}", width, dark, attentive: true);

        await citizen.WalkToPayPageAsync();
        await citizen.PressAsync("Bezahlen");
        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
        await citizen.LookAsync("quittung");

        var mail = await MailAsync($"Anmeldung eines Hundes, Vorgang {citizen.Number}");
        mail.To.Should().Be("steueramt@freiberg.amt.example");
        mail.Signature.Should().Contain("stimmt");
        await MailAsync($"Ihr Antrag ist eingegangen, Vorgang {citizen.Number}");

        await citizen.FollowAsync("Stand aktualisieren");
        (await citizen.Page.InnerTextAsync("main")).Should().Contain("an die zuständige Stelle übergeben").And.Contain("Kassenzeichen");
        await citizen.LookAsync("quittung-uebergeben");
        await citizen.FollowAsync("Antrag ansehen");
        await citizen.LookAsync("antrag-ansehen");
    }

    [Fact]
    public async Task The_way_can_be_walked_without_scripts()
    {
        var citizen = await ArriveAsync("no-scripts", scripts: false);

        await citizen.WalkToPayPageAsync();
        await citizen.PressAsync("Bezahlen");

        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_pages_beside_the_way_are_accessible_too(int width)
    {
        var citizen = await ArriveAsync($"beside-{width}", width);

        foreach (var path in new[] { "impressum", "datenschutz", "barrierefreiheit", "abmelden", "zahlung/anderswo", "gibt-es-nicht", "fehler/500", "?ort=Atlantis", "?ort=09471", "zustaendigkeit?leistung=99102013104000&ort=145229999999" })
        {
            await citizen.OpenAsync("/" + path);
            await citizen.LookAsync(string.Concat(path.Where(char.IsLetterOrDigit).Take(20)));
        }
    }
}
