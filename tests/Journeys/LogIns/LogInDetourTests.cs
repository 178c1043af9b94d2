using BaseComponents.Tests.Journeys.Browser;
using DogLicence.LogIns;

namespace BaseComponents.Tests.Journeys.LogIns;

/// <summary>Log-ins that do not go straight: given up, too weak, begun twice, ended.</summary>
public sealed class LogInDetourTests(Chromium chromium) : Journey(chromium)
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["BaseComponents:Eid:Unternehmenskonto:MinimumLevel"] = "Substantial" };

    [Theory]
    [InlineData("bundid")]
    [InlineData("ausweis")]
    [InlineData("unternehmenskonto")]
    [InlineData("anmeldedienst")]
    public async Task A_cancelled_log_in_leads_back_to_the_case(string way)
    {
        var citizen = await ArriveAsync($"cancelled-{way}");
        await citizen.BeginAsync();

        await citizen.LogInAsync("", LogInWay.Find(way));

        await citizen.Page.GetByText("Sie haben die Anmeldung abgebrochen").WaitForAsync();
        await citizen.LookAsync("abgebrochen");
        await citizen.FollowAsync("Zurück zu Ihrem Antrag");
        await citizen.ArriveAtAsync("Melden Sie sich an");
        (await citizen.Page.InnerTextAsync("main")).Should().Contain(citizen.Number);
        await citizen.LogInAsync(way == "unternehmenskonto" ? "Musterbau GmbH" : "Erika Mustermann", LogInWay.Find(way));
        await citizen.ArriveAtFormAsync();
    }

    [Theory]
    [InlineData("bundid", "Erika Mustermann")]
    [InlineData("unternehmenskonto", "Musterbau GmbH")]
    public async Task Too_low_a_level_is_explained_and_a_higher_one_is_one_step_away(string key, string person)
    {
        var way = LogInWay.Find(key)!;
        var citizen = await ArriveAsync($"step-up-{key}", width: 390);
        await citizen.BeginAsync();
        await ArmAsync($"{key}.level-too-low");

        await citizen.LogInAsync(person, way);
        await citizen.Page.GetByText("Diese Anmeldung ist nicht sicher genug").WaitForAsync();
        await citizen.LookAsync("zu-niedrig");
        (await citizen.Page.GetByText("Abmelden").CountAsync()).Should().Be(0, "nobody is logged in");
        (await citizen.Page.InnerTextAsync("main")).Should().Contain("substanziell").And.Contain("Ihr Antrag ist gespeichert");
        await citizen.FollowAsync("Sicherer anmelden");
        await citizen.ChooseAsync(person, way);

        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task An_account_with_a_password_alone_is_led_to_a_better_log_in()
    {
        var citizen = await ArriveAsync("step-up-broker");
        await citizen.BeginAsync();

        await citizen.LogInAsync("Lena Basis", LogInWay.Broker);
        await citizen.Page.GetByText("Diese Anmeldung ist nicht sicher genug").WaitForAsync();
        await citizen.FollowAsync("Sicherer anmelden");
        await citizen.ChooseAsync("Greta Zertifikat", LogInWay.Broker);

        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task A_citizen_who_is_too_young_is_told_so()
    {
        var citizen = await ArriveAsync("refused-young");
        await citizen.BeginAsync();

        await citizen.LogInAsync("Ben Mustermann");

        await citizen.Page.GetByText("Sie müssen mindestens 18 Jahre alt sein").WaitForAsync();
        (await citizen.Page.GetByText("Abmelden").CountAsync()).Should().Be(0, "nobody is logged in");
        await citizen.LookAsync("abgelehnt");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Whoever_goes_back_is_not_sent_on_unasked(int width)
    {
        var citizen = await ArriveAsync($"back-{width}", width);
        await citizen.BeginAsync();
        await citizen.FollowAsync(LogInWay.BundId.Button);
        await citizen.ArriveAtAsync("Anmelden");

        await citizen.Page.GoBackAsync();
        await citizen.ArriveAtAsync("Melden Sie sich an");
        await citizen.FollowAsync(LogInWay.BundId.Button);
        await citizen.Page.GetByText("Sie waren bereits auf dem Weg zur Anmeldung.").WaitForAsync();
        await citizen.PostRequestAsync();
        await citizen.ChooseAsync("Erika Mustermann", LogInWay.BundId);

        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task Going_back_after_the_log_in_leads_to_the_step_that_is_due()
    {
        var citizen = await ArriveAsync("back-after");
        await citizen.BeginAsync();
        var path = citizen.CasePath;
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.ArriveAtFormAsync();

        await citizen.OpenAsync($"{path}/anmelden");
        await citizen.ArriveAtFormAsync();
        await citizen.OpenAsync($"{path}/anmelden?handler=Zurueck&konto=bundid");
        await citizen.ArriveAtFormAsync();
    }

    [Fact]
    public async Task After_the_log_out_the_same_account_opens_the_case_and_another_does_not()
    {
        var citizen = await ArriveAsync("log-out");
        await citizen.BeginAsync();
        var path = citizen.CasePath;
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.ArriveAtFormAsync();

        await citizen.PressAsync("Abmelden");
        await citizen.ArriveAtAsync("Sie sind abgemeldet");
        await citizen.LookAsync("abgemeldet");
        await citizen.OpenAsync($"{path}/formular");
        await citizen.ArriveAtAsync("Melden Sie sich an");
        await citizen.LookAsync("abgelaufen");
        await citizen.LogInAsync("Musterbau GmbH", LogInWay.Unternehmenskonto);
        await citizen.Page.GetByText("Dieser Antrag gehört zu einem anderen Konto").WaitForAsync();
        await citizen.LookAsync("anderes-konto");
        await citizen.LogInAsync("Erika Mustermann");

        await citizen.ArriveAtAsync("Angaben zu Ihnen und zum Hund");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Every_outcome_has_a_page_that_says_what_to_do_next(int width)
    {
        var citizen = await ArriveAsync($"outcome-{width}", width);
        string[] outcomes = ["cancelled", "level-too-low", "expired", "rejected", "attributes-missing", "document-invalid", "replayed", "provider-refused", "unavailable", "other-browser"];
        var titles = new HashSet<string>();

        foreach (var outcome in outcomes)
        {
            await citizen.OpenAsync($"/anmeldung/ergebnis?outcome={outcome}&returnUrl={Uri.EscapeDataString("/antrag/x/anmelden?handler=Zurueck&konto=bundid")}");
            await citizen.LookAsync(outcome);
            titles.Add(await citizen.Page.InnerTextAsync("main h2"));
            (await citizen.Page.InnerTextAsync("main")).Should().Contain("Ihr Antrag ist gespeichert");
            (await citizen.Page.Locator("main a[href='/antrag/x/anmelden']").CountAsync()).Should().Be(1);
        }

        titles.Should().HaveCount(outcomes.Length);
    }
}
