using System.Net;
using BaseComponents.Tests.Sandbox.Eid.Saml;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Whatever the client can be told to do wrong shows, and once.</summary>
public sealed class ClientFaultTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime
{
    private readonly EidServerByHand _server = new(sandbox.Server);
    private ApplicationByHand _application = null!;

    public async ValueTask InitializeAsync() => _application = await ApplicationByHand.StartAsync(_server.Client);

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _application.DisposeAsync();
    }

    [Theory]
    [InlineData("forged-ok", "?case=7&ResultMajor=ok", "noResultYet")]
    [InlineData("silent", "?case=7", null)]
    [InlineData("cancel-after-reading", "?case=7&ResultMajor=error&ResultMinor=cancellationByUser", null)]
    public async Task The_client_tells_what_is_not_so(string fault, string query, string? minor)
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-client." + fault);

        (await _application.ReadCardAsync(begun, "erika")).Query.Should().Be(query);
        (await ResultAsync(begun, 1)).Minor.Should().Be(minor);
    }

    [Fact]
    public async Task The_client_shows_the_way_back_for_another_browser()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-client.other-browser");
        using var answer = await PressedAsync(begun);
        var page = await SamlClientByHand.PageAsync(answer);

        page.QuerySelector("#rueckkehr")!.GetAttribute("href").Should().Be(new Uri(_application.Address, "/refresh?case=7&ResultMajor=ok").AbsoluteUri);
        (await ResultAsync(begun, 1)).IsOk.Should().BeTrue();
    }

    [Fact]
    public async Task The_client_crashes_behind_the_pin()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-client.lost");
        using var answer = await PressedAsync(begun);

        (answer.StatusCode, answer.Headers.Location).Should().Be((HttpStatusCode.InternalServerError, null));
        (await ResultAsync(begun, 1)).IsOk.Should().BeTrue();
    }

    [Fact]
    public async Task The_client_fetches_the_token_twice()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-client.fetch-twice");

        await _application.ReadCardAsync(begun, "erika");

        _application.Served.Should().Be(2);
    }

    private async Task<HttpResponseMessage> PressedAsync(EidAnswerByHand begun)
    {
        _application.Hand(_application.TokenFor(begun));
        return await _application.PressAsync(await _application.PageAsync(), "erika");
    }

    private Task<EidAnswerByHand> ResultAsync(EidAnswerByHand begun, int counter) => _server.CallAsync(CallByHand.GetResult(begun.Session, counter));
}
