namespace BaseComponents.Tests.Eid.Broker.LogIn;

/// <summary>Nobody is logged in as somebody else: not across browsers, not across tabs, not with a session that was planted.</summary>
public sealed class MixUpTests : IAsyncLifetime
{
    private StubProvider _provider = null!;
    private BrokerTown _town = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await StubProvider.StartAsync();
        _town = await BrokerTown.StartAsync(_provider);
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_way_back_of_one_browser_logs_nobody_in_in_another()
    {
        var (attacker, victim) = (new Tabs(_town), new Tabs(_town));
        var back = _provider.Approve(await attacker.BeginAsync(), 666);
        // The victim may well have begun one of their own.
        await victim.BeginAsync();

        (await victim.GoAsync(back)).Location.Should().StartWith("/ended?outcome=");
        (await victim.WhoAsync()).Should().Be("nobody");
        (await attacker.GoAsync(back)).Location.Should().Be("/me");
        (await attacker.WhoAsync()).Should().Be(Tabs.Citizen(666));
    }

    [Fact]
    public async Task A_code_of_another_log_in_is_not_redeemed()
    {
        var (attacker, victim) = (new Tabs(_town), new Tabs(_town));
        var stolen = _provider.Approve(await victim.BeginAsync(), 1).Split('?', '&')[1];
        var own = _provider.Approve(await attacker.BeginAsync(), 666).Split('?', '&');

        (await attacker.GoAsync($"{own[0]}?{stolen}&{own[2]}")).Location.Should().StartWith("/ended?outcome=");
        (await attacker.WhoAsync()).Should().Be("nobody");
        _provider.Refusals.Should().Equal("verifier");
    }

    [Fact]
    public async Task Two_tabs_end_where_each_of_them_began_in_either_order()
    {
        var browser = new Tabs(_town);
        var first = await browser.BeginAsync("/me?tab=1");
        var second = await browser.BeginAsync("/me?tab=2");

        (await browser.GoAsync(_provider.Approve(second, 2))).Location.Should().Be("/me?tab=2");
        (await browser.WhoAsync()).Should().Be(Tabs.Citizen(2));
        (await browser.GoAsync(_provider.Approve(first, 1))).Location.Should().Be("/me?tab=1");
        (await browser.WhoAsync()).Should().Be(Tabs.Citizen(1), "the last log-in is the one that counts, whole");
    }

    [Fact]
    public async Task The_code_of_one_tab_does_not_answer_the_other()
    {
        var browser = new Tabs(_town);
        var first = _provider.Approve(await browser.BeginAsync(), 1).Split('?', '&');
        var second = _provider.Approve(await browser.BeginAsync(), 2).Split('?', '&');

        (await browser.GoAsync($"{first[0]}?{first[1]}&{second[2]}")).Location.Should().StartWith("/ended?outcome=");
        (await browser.WhoAsync()).Should().Be("nobody");
    }

    [Fact]
    public async Task A_way_back_is_good_once()
    {
        var browser = new Tabs(_town);
        var back = _provider.Approve(await browser.BeginAsync(), 1);

        (await browser.GoAsync(back)).Location.Should().Be("/me");
        (await browser.GoAsync(back)).Location.Should().StartWith("/ended?outcome=");
    }

    [Fact]
    public async Task A_session_that_was_planted_is_not_the_one_after_the_log_in_and_is_over()
    {
        var attacker = new Tabs(_town);
        await attacker.GoAsync(_provider.Approve(await attacker.BeginAsync(), 666));
        var planted = attacker.Cookies["session"];
        var victim = new Tabs(_town) { Cookies = { ["session"] = planted } };

        await victim.GoAsync(_provider.Approve(await victim.BeginAsync(), 1));

        victim.Cookies["session"].Should().NotBe(planted);
        (await victim.WhoAsync()).Should().Be(Tabs.Citizen(1));
        (await attacker.WhoAsync()).Should().Be("nobody", "the session that the browser brought along ended");
    }
}
