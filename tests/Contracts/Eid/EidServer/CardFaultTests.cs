namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>What can go wrong at the eID-Service, at the AusweisApp, and on the way between.</summary>
public sealed class CardFaultTests(RunningSandbox sandbox) : CardOnSandbox(sandbox)
{
    [Theory]
    [InlineData("eid-client.forged-ok", "Expired")]
    [InlineData("eid-client.cancel-after-reading", "CancelledByUser")]
    [InlineData("eid-client.fetch-twice", "Expired")]
    [InlineData("eid-server.denied-document", "DocumentInvalid")]
    [InlineData("eid-server.invalid-document", "DocumentInvalid")]
    [InlineData("eid-server.get-result.never-a-result", "Expired")]
    [InlineData("eid-server.get-result.expired-session", "Expired")]
    public async Task Nobody_is_logged_in(string fault, string outcome)
    {
        await ArmAsync(fault);
        await OpenClientAsync();
        if (!Browser.Text.StartsWith("outcome=", StringComparison.Ordinal))
            await Browser.PressAsync("ausweisen als Erika");

        Browser.Text.Should().Be($"outcome={outcome}");
        Application.Seen.Should().BeNull();
    }

    [Theory]
    [InlineData("eid-client.silent")]
    [InlineData("eid-server.get-result.no-result-yet")]
    public async Task The_log_in_succeeds_all_the_same(string fault)
    {
        await OpenClientAsync();
        await ArmAsync(fault);
        await Browser.PressAsync("ausweisen als Erika");

        Browser.Text.Should().StartWith("logged in: High");
    }

    [Theory]
    [InlineData("eid-server.unavailable")]
    [InlineData("eid-server.soap-fault")]
    public async Task A_server_that_opens_no_session_ends_on_the_page(string fault)
    {
        await Browser.GoAsync(Application.Login);
        var client = Browser.ThisComputer();
        await ArmAsync(fault);

        await Browser.GoAsync(client);

        Browser.Text.Should().Be("outcome=ServiceUnavailable");
        Application.Log.With("1033").Concat(Application.Log.With("eid-server-fault")).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_server_that_fails_at_the_result_ends_on_the_page()
    {
        await OpenClientAsync();
        await ArmAsync("eid-server.soap-fault");

        await Browser.PressAsync("ausweisen als Erika");

        Browser.Text.Should().MatchRegex("^outcome=(ServiceUnavailable|Rejected)$");
        Application.Seen.Should().BeNull();
    }

    [Fact]
    public async Task Another_browser_that_is_sent_back_is_not_logged_in_and_neither_is_the_first()
    {
        using var other = new Browser();
        await OpenClientAsync();
        await ArmAsync("eid-client.other-browser");
        await Browser.PressAsync("ausweisen als Erika");
        var back = new Uri(System.Text.RegularExpressions.Regex.Match(Browser.Text, "id=\"rueckkehr\" href=\"([^\"]*)\"").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal));

        await other.GoAsync(back);
        await Browser.GoAsync(back);

        (other.Text, Browser.Text).Should().Be(("outcome=OtherBrowser", "outcome=Expired"));
        await other.GoAsync(new Uri(Application.Address, "/me"));
        other.Text.Should().Be("nobody");
    }
}
