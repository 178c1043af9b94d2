using System.Net.Http.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>One application that logs in over the Sandbox's identity providers, and one browser, for each test.</summary>
public abstract class SamlOnSandbox(RunningSandbox sandbox) : IAsyncLifetime, IClassFixture<RunningSandbox>
{
    private readonly HttpClient _operator = new();

    private protected Browser Browser { get; } = new();

    private protected SandboxServer Sandbox => sandbox.Server;

    private protected SamlApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Application = await SamlApplication.StartAsync(Sandbox.Configuration);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        _operator.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>The whole way: the request is posted, a person chosen, the answer posted.</summary>
    private protected async Task LogInAsync(string scheme, string person)
    {
        await Browser.GoAsync(new Uri(Application.Address, $"/login/{scheme}"));
        await Browser.PressAsync("Weiter zur Anmeldung");
        await Browser.PressAsync(person);
        if (Browser.Text.Contains("Weiter zur Anwendung", StringComparison.Ordinal))
            await Browser.PressAsync("Weiter zur Anwendung");
    }

    private protected async Task ArmAsync(string fault)
    {
        using var answer = await _operator.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds = 0 });
        answer.EnsureSuccessStatusCode();
    }
}
