using BaseComponents.Tests.Journeys.Browser;
using DogLicence.LogIns;

namespace BaseComponents.Tests.Journeys.LogIns;

/// <summary>A citizen with an account at the broker, from the first page to the last; every page is looked at.</summary>
public sealed class BrokerWayTests(Chromium chromium) : Journey(chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citizen_registers_a_dog_over_the_broker(int width)
    {
        var citizen = await ArriveAsync($"broker-{width}", width, attentive: true);

        await citizen.WalkToPayPageAsync("Erika Mustermann", LogInWay.Broker);
        await citizen.PressAsync("Bezahlen");

        await citizen.ArriveAtAsync("Ihre Anmeldung ist eingegangen");
        await citizen.FollowAsync("Antrag ansehen");
        await citizen.ArriveAtAsync("Ihr Antrag");
        (await citizen.Page.InnerTextAsync("main")).Should().ContainAll("MUSTERMANN", "hoch");
    }
}
