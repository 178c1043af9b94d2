using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>The whole way over wires: mutual TLS, signed SOAP, TcToken, return, against an eID-Server written from the specifications by other code.</summary>
public sealed class CardLogInTests(RunningSandbox sandbox) : CardOnSandbox(sandbox)
{
    [Fact]
    public async Task A_citizen_arrives_with_what_the_card_says()
    {
        await LogInAsync("Erika");

        Browser.Text.Should().Be("logged in: High True True");
        var erika = Application.Seen!;
        (erika.Person.GivenNames, erika.Person.FamilyName, erika.Method).Should().Be(("ERIKA", "MUSTERMANN", EidMethod.IdentityCard));
        erika.Person.DateOfBirth.Should().Be(PartialDate.Parse("1964-08-12"));
        erika.Address.Should().BeOfType<StructuredAddress>().Which.Locality.Should().Be("DRESDEN");
        erika.Pseudonym.Should().NotBeNull();
        erika.AbsenceOf(EidAttribute.Nationality).Should().Be(AbsenceReason.NotRequested);
    }

    [Fact]
    public async Task The_client_shows_the_purpose()
    {
        await OpenClientAsync();

        Browser.Text.Should().Contain("Anmeldung eines Hundes");
    }

    [Fact]
    public async Task A_partial_date_and_what_is_not_on_the_chip_arrive()
    {
        await LogInAsync("Amina");

        Application.Seen!.Person.DateOfBirth.Should().Be(PartialDate.Parse("1971"));
        Application.Seen.AbsenceOf(EidAttribute.BirthName).Should().Be(AbsenceReason.NotOnChip);
    }

    [Fact]
    public async Task Who_has_no_home_has_none()
    {
        await LogInAsync("Jürgen");

        Application.Seen!.Address.Should().BeOfType<NoAddress>();
    }

    [Fact]
    public async Task Who_is_too_young_is_logged_in_and_is_too_young()
    {
        await LogInAsync("Ben");

        Browser.Text.Should().StartWith("logged in: High False");
    }

    [Fact]
    public async Task What_a_citizen_refuses_is_refused()
    {
        await LogInAsync("Otto");

        Application.Seen!.AbsenceOf(EidAttribute.DateOfBirth).Should().Be(AbsenceReason.Refused);
    }

    [Fact]
    public async Task Who_gives_up_is_told_so()
    {
        await LogInAsync("Carla");
        Browser.Text.Should().Be("outcome=CancelledByUser");

        await OpenClientAsync();
        await Browser.PressAsync("Abbrechen");
        Browser.Text.Should().Be("outcome=CancelledByUser");
    }

    [Fact]
    public async Task The_phone_goes_on_by_itself()
    {
        using var phone = new Browser();
        await Browser.GoAsync(Application.Login);

        await phone.GoAsync(Browser.OtherDevice());
        await phone.GoAsync(phone.ThisComputer());
        await phone.PressAsync("ausweisen als Erika");

        phone.Text.Should().StartWith("logged in: High");
        await Browser.GoAsync(new Uri(Application.Address, "/me"));
        Browser.Text.Should().Be("nobody");
    }

    [Fact]
    public async Task The_rights_are_known()
    {
        var state = await Application.Services.GetRequiredService<EidServerStates>().CheckAsync(cancellationToken: TestContext.Current.CancellationToken);
        state.Status.Should().Be(EidServerStatus.Usable);

        await ArmAsync("eid-server.server-info.fewer-rights");
        state = await Application.Services.GetRequiredService<EidServerStates>().CheckAsync(cancellationToken: TestContext.Current.CancellationToken);
        (state.Status, string.Join(',', state.MissingRights)).Should().Be((EidServerStatus.RightsMissing, "PlaceOfResidence,RestrictedID"));
    }

    [Fact]
    public async Task No_person_stands_in_the_log_and_no_secret_reaches_the_browser()
    {
        await LogInAsync("Erika");

        Application.Log.With("MUSTERMANN").Should().BeEmpty();
        Application.Log.With("1964").Should().BeEmpty();
    }

    [Fact]
    public async Task A_hundred_citizens_log_in_at_once()
    {
        var said = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var browser = new Browser();
            await browser.GoAsync(Application.Login);
            await browser.GoAsync(browser.ThisComputer());
            await browser.PressAsync("ausweisen als Erika");
            return browser.Text;
        }));

        said.Should().OnlyContain(text => text == "logged in: High True True");
    }
}
