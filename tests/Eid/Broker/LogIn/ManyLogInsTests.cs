namespace BaseComponents.Tests.Eid.Broker.LogIn;

/// <summary>Many at once, and keys that change meanwhile.</summary>
public sealed class ManyLogInsTests
{
    [Fact]
    public async Task A_thousand_citizens_log_in_at_once_and_leave_nothing_behind()
    {
        await using var provider = await StubProvider.StartAsync();
        await using var town = await BrokerTown.StartAsync(provider);

        var browsers = Enumerable.Range(0, 1000).Select(_ => new Tabs(town)).ToArray();
        var begun = await Task.WhenAll(browsers.Select(browser => browser.BeginAsync()));
        // Every log-in is pending before the first one ends, and they end in another order.
        var said = await Task.WhenAll(Enumerable.Range(0, 1000).Reverse().Select(async number =>
        {
            (await browsers[number].GoAsync(provider.Approve(begun[number], number))).Location.Should().Be("/me");
            return await browsers[number].WhoAsync();
        }));

        said.Should().Equal(Enumerable.Range(0, 1000).Reverse().Select(Tabs.Citizen));
        (provider.Open, provider.Refusals.Count).Should().Be((0, 0));
        browsers.Select(browser => browser.Cookies["session"]).Should().OnlyHaveUniqueItems();
        browsers.Should().OnlyContain(browser => browser.Cookies.Keys.All(name => name.StartsWith("session", StringComparison.Ordinal)), "a log-in that is over leaves no cookies");
    }

    [Fact]
    public async Task A_key_roll_over_in_three_steps_ends_no_log_in_and_a_withdrawn_key_is_worth_nothing()
    {
        await using var provider = await StubProvider.StartAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var town = await BrokerTown.StartAsync(provider, clock);
        var old = provider.Keys[0];
        (string, System.Security.Cryptography.RSA) next = ("2", System.Security.Cryptography.RSA.Create(2048));

        (await LogInAsync(town, provider, 1)).Should().Be(Tabs.Citizen(1));
        provider.Keys = [next, old];
        (await LogInAsync(town, provider, 2)).Should().Be(Tabs.Citizen(2), "the next key is published, the old one signs");
        provider.Keys = [old, next];
        clock.Advance(TimeSpan.FromSeconds(11));
        (await LogInAsync(town, provider, 3)).Should().Be(Tabs.Citizen(3), "the next key signs and is fetched within the log-in");
        provider.Keys = [next];
        clock.Advance(TimeSpan.FromHours(13));
        (await LogInAsync(town, provider, 4)).Should().Be(Tabs.Citizen(4), "the old key is gone");
        var fetched = provider.KeysFetched;
        provider.Keys = [("1", old.Key)];
        provider.Withdrawn = ["1"];
        clock.Advance(TimeSpan.FromSeconds(11));
        (await LogInAsync(town, provider, 5)).Should().Be("nobody", "it was withdrawn, whatever it signs");
        provider.KeysFetched.Should().Be(fetched + 1);
    }

    private static async Task<string> LogInAsync(BrokerTown town, StubProvider provider, int number)
    {
        var browser = new Tabs(town);
        await browser.GoAsync(provider.Approve(await browser.BeginAsync(), number));
        return await browser.WhoAsync();
    }
}
