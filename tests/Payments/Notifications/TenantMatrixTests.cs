using System.Net;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>Return tokens and notifications of each town at each town of the same process, with the same references everywhere.</summary>
public sealed class TenantMatrixTests
{
    [Fact]
    public async Task What_is_of_one_town_is_good_there_and_refused_at_every_other()
    {
        await using var towns = await NotifiedTowns.StartAsync("dresden", "leipzig", "chemnitz", "zwickau", "plauen");
        foreach (var town in towns.Towns)
            await town.StartAsync();
        var good = new List<(string Of, string At)>();

        foreach (var of in towns.Towns)
        {
            foreach (var at in towns.Towns)
            {
                var returned = await towns.GetAsync($"{Town.ReturnPathOf(at.Name)}/{of.ReturnToken("case-1")}");
                var told = await towns.PostAsync(at.Path, of.Notification((await of.StoredAsync("case-1")).Single().TransactionReference!));
                if (returned is not HttpStatusCode.NotFound || told is not HttpStatusCode.BadRequest)
                    good.Add((of.Name, at.Name));
                (returned, told).Should().Be(of == at ? (HttpStatusCode.OK, HttpStatusCode.OK) : (HttpStatusCode.NotFound, HttpStatusCode.BadRequest), "of {0} at {1}", of.Name, at.Name);
            }
        }

        good.Should().Equal(towns.Towns.Select(town => (town.Name, town.Name)));
    }
}
