using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Testing;

namespace BaseComponents.Tests.Authorities;

/// <summary>The fake gives every kind of answer, so that an application can be tested for each.</summary>
public sealed class FakeDirectoryTests
{
    private readonly FakeAuthorityDirectory _directory = FakeAuthorityDirectory.SmallMap();

    [Fact]
    public async Task It_names_the_office_of_a_place_however_the_place_is_said()
    {
        foreach (var place in new[] { Place.Of(SmallMapKeys.Freiberg), Place.Of(MunicipalityKey.Parse("14522180")), Place.Of(PostalCode.Parse("09599")) })
            (await _directory.ResolveAsync(SmallMapKeys.DogRegistration, place)).Should().BeOfType<Competence.Found>().Which.Office.MailAddress.Should().Be("verwaltung@freiberg.amt.example");
    }

    [Fact]
    public async Task A_shared_postal_code_is_answered_at_once_or_asks_for_a_choice()
    {
        var place = Place.Of(PostalCode.Parse("09471"));
        (await _directory.ResolveAsync(SmallMapKeys.DogRegistration, place)).Should().BeOfType<Competence.Found>();
        (await _directory.ResolveAsync(SmallMapKeys.ResidenceRegistration, place)).Should().BeOfType<Competence.NeedsPlaceChoice>().Which.Candidates.Should().HaveCount(2);
    }

    [Fact]
    public async Task What_was_not_said_is_not_found()
    {
        (await ReasonAsync(LeikaKey.Parse("99036020001000"), SmallMapKeys.Freiberg)).Should().Be(NotFoundReason.UnknownService);
        (await ReasonAsync(SmallMapKeys.DogRegistration, RegionKey.Parse("146120000000"))).Should().Be(NotFoundReason.UnknownPlace);
        _directory.Add(new Municipality(RegionKey.Parse("146120000000"), "Dresden"));
        (await ReasonAsync(SmallMapKeys.DogRegistration, RegionKey.Parse("146120000000"))).Should().Be(NotFoundReason.NoCompetence);
    }

    [Fact]
    public async Task It_answers_what_the_test_says()
    {
        var answer = new Competence.NotFound(NotFoundReason.SourceDown);
        _directory.Answer(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg, answer);
        (await _directory.ResolveAsync(SmallMapKeys.DogRegistration, Place.Of(SmallMapKeys.Freiberg))).Should().BeSameAs(answer);
    }

    [Fact]
    public async Task It_finds_and_lists()
    {
        (await _directory.FindPlacesAsync("frei")).Should().ContainSingle();
        (await _directory.FindPlacesAsync("09471")).Should().HaveCount(2);
        (await _directory.FindServicesAsync("hund")).Should().ContainSingle().Which.Key.Should().Be(SmallMapKeys.DogRegistration);
        (await _directory.ListServicesAsync()).Should().HaveCount(2);
        (await _directory.GetStatusAsync()).Should().Match<DirectoryStatus>(status => status.Municipalities == 3 && status.Services == 2 && status.Offices == 3);
    }

    [Fact]
    public async Task It_fails_where_the_test_wants_it()
    {
        _directory.Fault = new AuthoritiesException("authorities.no-data", "No data.", isTransient: true);
        var find = () => _directory.FindPlacesAsync("Freiberg");
        (await find.Should().ThrowAsync<AuthoritiesException>()).Which.Should().BeSameAs(_directory.Fault);
        (await ReasonAsync(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg)).Should().Be(NotFoundReason.SourceDown);
        _directory.Fault = null;
        var stopped = () => _directory.ListServicesAsync(new CancellationToken(canceled: true));
        await stopped.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Its_snapshot_hands_over_destinations_and_services_on_the_web()
    {
        var office = new Office(new OfficeId("S", "", "1"), "Amt") { Destination = Guid.Parse("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f") };
        var online = new OnlineService(new OfficeId("S", "", "2"), "Dienst");
        _directory.Answer(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg, new Competence.Found(office, new MatchedArea(RegionLevel.Municipality, SmallMapKeys.Freiberg, "Freiberg")) { OnlineServices = [online] });
        using var snapshot = await _directory.OpenSnapshotAsync();
        var answer = snapshot.Resolve(SmallMapKeys.DogRegistration, Place.Of(SmallMapKeys.Freiberg));
        answer.Should().BeOfType<Competence.Found>().Which.Office.Destination.Should().Be(office.Destination);
        answer.OnlineServices.Should().ContainSingle().Which.Id.Should().Be(online.Id);
        (await _directory.CheckQualityAsync()).IsClean.Should().BeTrue();
    }

    private async Task<NotFoundReason> ReasonAsync(LeikaKey service, RegionKey place) =>
        ((Competence.NotFound)await _directory.ResolveAsync(service, Place.Of(place))).Reason;
}
