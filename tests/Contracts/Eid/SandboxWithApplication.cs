using System.Net.Http.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>The Sandbox that the tests of one class share: making its keys takes a second.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    internal SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>One application that logs in over the Sandbox, and one browser, for each test.</summary>
public abstract class SandboxWithApplication(RunningSandbox sandbox) : IAsyncLifetime, IClassFixture<RunningSandbox>
{
    private readonly HttpClient _operator = new();

    private protected Browser Browser { get; } = new();

    private protected SandboxServer Sandbox => sandbox.Server;

    private protected BrokerApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Application = await BrokerApplication.StartAsync(Sandbox.Configuration);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        _operator.Dispose();
        await Application.DisposeAsync();
    }

    private protected async Task LogInAsync(string person)
    {
        await Browser.GoAsync(Application.Login);
        await Browser.PressAsync($"Anmelden als {person}");
    }

    /// <summary>Chooses a person, and stops before the browser goes back to the application.</summary>
    private protected async Task<Uri> AnswerForAsync(string person)
    {
        await Browser.GoAsync(Application.Login);
        await Browser.PressAsync($"Anmelden als {person}", redirects: 0);
        return Browser.Next!;
    }

    private protected async Task ArmAsync(string fault)
    {
        using var answer = await _operator.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds = 0 });
        answer.EnsureSuccessStatusCode();
    }

    private protected void ShouldShow(string outcome, string? returnUrl = "/me")
    {
        Browser.Text.Should().Be($"outcome={outcome} returnUrl={returnUrl}");
        Application.Seen.Should().BeNull();
    }
}
