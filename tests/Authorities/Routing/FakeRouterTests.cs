using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using BaseComponents.Authorities.Testing;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>The fake answers what the test of an application says.</summary>
public sealed class FakeRouterTests
{
    private static readonly Route _verified = FakeDestinationRouter.Verified(Guid.Parse(Token.Destination), "Steueramt");
    private static readonly Route _refused = FakeDestinationRouter.Refused(DestinationRefusal.InvalidSignature, "Fälschung");
    private readonly FakeDestinationRouter _router = new FakeDestinationRouter()
        .Answer(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg, _verified, _refused)
        .Answer(SmallMapKeys.DogRegistration, RegionKey.Parse("14612"), _refused)
        .Add(new RoutingArea(AreaId.Parse("7"), "Freiberg", "Gemeinde"));

    [Fact]
    public async Task It_answers_however_the_place_is_said()
    {
        (await _router.FindRoutesAsync(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg)).Should().Equal(_verified, _refused);
        (await _router.FindRoutesAsync(SmallMapKeys.DogRegistration, MunicipalityKey.Parse("14522180"))).Should().Equal(_verified, _refused);
        (await _router.FindRoutesAsync(SmallMapKeys.DogRegistration, AreaId.Parse("7"), SmallMapKeys.Freiberg)).Should().Equal(_verified, _refused);
        (await _router.FindRoutesAsync(SmallMapKeys.DogRegistration, RegionKey.Parse("146120000000"))).Should().Equal(_refused);
        (await _router.FindRoutesAsync(SmallMapKeys.DogRegistration, MunicipalityKey.Parse("14612000"))).Should().Equal(_refused);
        (await _router.FindRoutesAsync(SmallMapKeys.ResidenceRegistration, SmallMapKeys.Freiberg)).Should().BeEmpty();
        (await _router.FindAreasAsync(["frei*"])).Should().ContainSingle();
        (await _router.FindAreasAsync(["frei*", "Dresden"])).Should().BeEmpty();
        (await _router.GetInfoAsync()).Version.Major.Should().Be(2);
    }

    [Fact]
    public async Task One_destination_is_looked_up_by_its_identifier()
    {
        (await _router.FindRouteAsync(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg, Guid.Parse(Token.Destination))).Should().Be(_verified);
        (await _router.FindRouteAsync(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg, Guid.Empty)).Should().BeNull();
    }

    [Fact]
    public async Task It_throws_the_fault_of_the_test()
    {
        _router.Fault = new AuthoritiesException("authorities.routing-unreachable", "away", isTransient: true);
        (await _router.Invoking(router => router.GetInfoAsync()).Should().ThrowAsync<AuthoritiesException>()).Which.Should().BeSameAs(_router.Fault);
        await _router.Invoking(router => router.FindRoutesAsync(SmallMapKeys.DogRegistration, SmallMapKeys.Freiberg)).Should().ThrowAsync<AuthoritiesException>();
    }
}
