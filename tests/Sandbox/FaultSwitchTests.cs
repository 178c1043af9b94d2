using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox;

/// <summary>The switches for scripted misbehaviour: by button on the front page, by JSON for programs.</summary>
public sealed class FaultSwitchTests(FaultSwitchTests.Running running) : IClassFixture<FaultSwitchTests.Running>, IAsyncLifetime
{
    private readonly HttpClient _browser = new();
    private readonly SandboxServer _sandbox = running.Sandbox;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        using var cleared = await _browser.DeleteAsync(new Uri(_sandbox.Address, "_sandbox/faults"));
        _browser.Dispose();
    }

    [Fact]
    public async Task Every_known_fault_has_a_button_on_the_front_page_that_arms_it()
    {
        var page = await FrontPageAsync();
        var buttons = page.QuerySelectorAll("button[name=name]").OfType<IHtmlButtonElement>().ToList();

        buttons.Select(button => button.Value).Should().BeEquivalentTo((await FaultsAsync()).Known.Keys);
        buttons.Select(button => button.TextContent).Should().OnlyHaveUniqueItems("a screen reader reads them without their surroundings");
        foreach (var button in buttons)
        {
            using var answer = await PressAsync(button.Form!.GetAttribute("action")!, ("name", button.Value), ("times", "2"), ("milliseconds", "7"));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, "it leads back to the front page");
        }

        (await FaultsAsync()).Armed.Should().BeEquivalentTo(buttons.Select(button => new Fault(button.Value, 2, 7)));
    }

    [Fact]
    public async Task The_front_page_shows_what_is_armed_and_lifts_it()
    {
        (await FrontPageAsync()).QuerySelector("#eingeschaltet").Should().BeNull();
        using var armed = await PressAsync("_sandbox/faults/arm", ("name", "mail.busy"), ("times", "3"), ("milliseconds", "0"));
        (await FrontPageAsync()).QuerySelector("#eingeschaltet")!.TextContent.Should().Contain("mail.busy").And.Contain("3");

        using var cleared = await PressAsync("_sandbox/faults/clear");

        (await FaultsAsync()).Armed.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":"mail.busy","times":0}""", "times")]
    [InlineData("""{"name":"mail.busy","times":-1}""", "times")]
    [InlineData("""{"name":"mail.busy","times":1001}""", "times")]
    [InlineData("""{"name":"mail.busy","share":-1}""", "share")]
    [InlineData("""{"name":"mail.busy","share":101}""", "share")]
    [InlineData("""{"name":"payments.create.delay-answer","milliseconds":-1}""", "milliseconds")]
    [InlineData("""{"name":"payments.create.delay-answer","milliseconds":600001}""", "milliseconds")]
    public async Task What_cannot_be_played_is_refused_and_named(string json, string field)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _browser.PostAsync(new Uri(_sandbox.Address, "_sandbox/faults"), content);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(field);
        (await FaultsAsync()).Armed.Should().BeEmpty();
    }

    [Fact]
    public async Task A_fault_for_a_share_of_the_requests_is_shown_as_such_and_stays_until_it_is_lifted()
    {
        using var answer = await _browser.PostAsJsonAsync(new Uri(_sandbox.Address, "_sandbox/faults"), new { name = "mail.busy", share = 30, seed = 7 });
        answer.EnsureSuccessStatusCode();

        (await FrontPageAsync()).QuerySelector("#eingeschaltet")!.TextContent.Should().Contain("mail.busy").And.Contain("30 von 100");
    }

    [Theory]
    [InlineData("nobody.knows.it", "1", "0")]
    [InlineData("mail.busy", "0", "0")]
    [InlineData("mail.busy", "viel", "0")]
    [InlineData("mail.busy", "1", "-1")]
    [InlineData("<script>alert(1)</script>", "1", "0")]
    public async Task A_wrong_entry_gets_a_page(string name, string times, string milliseconds)
    {
        using var answer = await PressAsync("_sandbox/faults/arm", ("name", name), ("times", times), ("milliseconds", milliseconds));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("h1")!.TextContent.Should().Be("Störung nicht eingeschaltet");
        page.Scripts.Should().BeEmpty();
        (await FaultsAsync()).Armed.Should().BeEmpty();
    }

    private async Task<IHtmlDocument> FrontPageAsync() => await new HtmlParser().ParseDocumentAsync(await _browser.GetStringAsync(_sandbox.Address));

    private async Task<HttpResponseMessage> PressAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _browser.PostAsync(new Uri(_sandbox.Address, action), form);
    }

    private async Task<Faults> FaultsAsync() => (await _browser.GetFromJsonAsync<Faults>(new Uri(_sandbox.Address, "_sandbox/faults")))!;

    private sealed record Faults(IReadOnlyDictionary<string, string> Known, IReadOnlyList<Fault> Armed);

    private sealed record Fault(string Name, int Times, int Milliseconds);

    /// <summary>One Sandbox for all tests.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public SandboxServer Sandbox { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
    }
}
