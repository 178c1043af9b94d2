using System.Net;
using System.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Log-ins that do not succeed end on a page, never in an exception and never logged in.</summary>
public sealed class OutcomeTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    [Fact]
    public async Task The_cancel_button_is_an_outcome()
    {
        await Browser.GoAsync(Application.Login);
        await Browser.PressAsync("Abbrechen");

        ShouldShow("CancelledByUser");
        Application.Log.Text.Should().Contain("was cancelled by the user").And.NotContain("Error BaseComponents");
    }

    [Fact]
    public async Task Whoever_always_cancels_is_an_outcome()
    {
        await LogInAsync("Carla Zögerlich");

        ShouldShow("CancelledByUser");
    }

    [Fact]
    public async Task Too_low_a_level_is_an_outcome_although_the_broker_let_it_pass()
    {
        await LogInAsync("Lena Basis");

        ShouldShow("LevelTooLow");
        await Browser.GoAsync(new Uri(Application.Address, "/me"));
        Browser.Text.Should().Be("nobody");
    }

    [Fact]
    public async Task A_single_log_in_that_demands_more_gets_more_or_nothing()
    {
        await Browser.GoAsync(new Uri(Application.Address, "/login?level=High"));
        await Browser.PressAsync("Anmelden als Greta");

        ShouldShow("LevelTooLow");
        await Browser.GoAsync(new Uri(Application.Address, "/login?level=High"));
        await Browser.PressAsync("Anmelden als Erika");
        Browser.Text.Should().Contain("High");
    }

    [Fact]
    public async Task An_unknown_level_is_too_low()
    {
        await ArmAsync("eid.wrong-acr");
        await LogInAsync("Erika Mustermann");

        ShouldShow("LevelTooLow");
    }

    [Theory]
    [InlineData("eid.wrong-nonce", "Rejected")]
    [InlineData("eid.wrong-issuer", "Rejected")]
    [InlineData("eid.token.error", "ServiceUnavailable")]
    public async Task A_broker_that_misbehaves_is_an_outcome(string fault, string outcome)
    {
        await ArmAsync(fault);
        await LogInAsync("Erika Mustermann");

        ShouldShow(outcome);
        Application.Log.Text.Should().Contain("did not succeed");
    }

    [Fact]
    public async Task A_tampered_state_is_rejected()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        var state = HttpUtility.ParseQueryString(answer.Query)["state"]!;
        var tampered = (state[20] == 'A' ? 'B' : 'A').ToString();
        await Browser.FollowAsync(Changed(answer, "state", state[..20] + tampered + state[21..]));

        ShouldShow("Rejected", returnUrl: "");
        ShouldBeForeseen("state-unreadable");
    }

    [Fact]
    public async Task An_answer_without_state_is_rejected()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        await Browser.FollowAsync(Changed(answer, "state", null));

        ShouldShow("Rejected", returnUrl: "");
        ShouldBeForeseen("state-missing");
    }

    [Fact]
    public async Task An_answer_that_was_used_already_is_expired()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        using var browser = Browser;
        await browser.FollowAsync();
        browser.Text.Should().StartWith("logged in");
        await browser.FollowAsync(answer);

        browser.Text.Should().Be("outcome=Expired returnUrl=/me");
    }

    [Fact]
    public async Task A_code_that_the_broker_refuses_is_expired()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        await Browser.FollowAsync(Changed(answer, "code", "already-used-or-invented"));

        ShouldShow("Expired");
    }

    [Fact]
    public async Task An_answer_for_another_browser_logs_nobody_in()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        using var victim = new Browser();
        await victim.GoAsync(answer);
        victim.Text.Should().Be("outcome=Expired returnUrl=/me");
        await victim.GoAsync(new Uri(Application.Address, "/me"));

        victim.Text.Should().Be("nobody");
    }

    [Fact]
    public async Task An_answer_with_the_issuer_of_another_broker_is_rejected()
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        await Browser.FollowAsync(Changed(answer, "iss", "https://other.example"));
        ShouldShow("Rejected");

        answer = await AnswerForAsync("Erika Mustermann");
        await Browser.FollowAsync(Changed(answer, "iss", null));
        ShouldShow("Rejected");
        Application.Log.Text.Should().Contain("response-issuer-differs").And.Contain("response-issuer-missing");
    }

    [Theory]
    [InlineData("?error=server_error", "ServiceUnavailable")]
    [InlineData("?error=temporarily_unavailable", "ServiceUnavailable")]
    [InlineData("?error=unmet_authentication_requirements", "LevelTooLow")]
    [InlineData("?error=anything%0aelse", "Rejected")]
    public async Task Errors_of_the_broker_are_outcomes(string error, string outcome)
    {
        var answer = await AnswerForAsync("Erika Mustermann");
        var state = HttpUtility.ParseQueryString(answer.Query)["state"]!;
        await Browser.FollowAsync(new Uri(new Uri(answer.GetLeftPart(UriPartial.Path) + error) + "&state=" + Uri.EscapeDataString(state)));

        ShouldShow(outcome);
    }

    [Fact]
    public async Task Calling_the_return_address_with_nothing_is_an_outcome()
    {
        await Browser.GoAsync(new Uri(Application.Address, "/signin-eidbroker"));

        Browser.Status.Should().Be(HttpStatusCode.OK);
        ShouldShow("Rejected", returnUrl: "");
        ShouldBeForeseen("state-missing");
    }

    [Fact]
    public async Task Sending_anything_to_the_return_address_is_an_outcome()
    {
        await Browser.SendAsync(new Uri(Application.Address, "/signin-eidbroker"), "CANARY");

        ShouldShow("Rejected", returnUrl: "");
        ShouldBeForeseen("answer-unreadable");
        Application.Log.With("CANARY").Should().BeEmpty();
    }

    [Fact]
    public async Task A_broker_without_its_discovery_document_is_an_outcome_and_the_next_log_in_works()
    {
        await ArmAsync("eid.discovery.unavailable");
        await Browser.GoAsync(Application.Login);
        ShouldShow("ServiceUnavailable");

        await LogInAsync("Erika Mustermann");
        Application.Seen.Should().NotBeNull();
    }

    // Anybody can send such things at any time: a line for the operator, and no alarm.
    private void ShouldBeForeseen(string reason)
    {
        Application.Log.With("did not succeed").Should().ContainSingle().Which.Should().Contain($"Rejected ({reason})");
        Application.Log.With("Error BaseComponents").Should().BeEmpty();
    }

    private static Uri Changed(Uri answer, string parameter, string? value)
    {
        var parameters = QueryHelpers.ParseQuery(answer.Query).ToDictionary(entry => entry.Key, entry => (string?)entry.Value.ToString());
        parameters.Remove(parameter);
        if (value is not null)
            parameters[parameter] = value;
        return new Uri(QueryHelpers.AddQueryString(answer.GetLeftPart(UriPartial.Path), parameters));
    }
}
