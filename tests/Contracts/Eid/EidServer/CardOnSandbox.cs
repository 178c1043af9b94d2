using System.Net.Http.Json;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>One application that logs in by the Sandbox's eID-Service and its stand-in of the AusweisApp, and one browser, for each test.</summary>
public abstract class CardOnSandbox(RunningSandbox sandbox) : IAsyncLifetime, IClassFixture<RunningSandbox>
{
    private readonly HttpClient _operator = new();

    private protected Browser Browser { get; } = new();

    private protected SandboxServer Sandbox => sandbox.Server;

    private protected CardApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Application = await StartAsync();
        // The look at the rights goes to the server too: on a busy machine it would come late, and take the fault that is meant for the citizen.
        for (var waited = 0; waited < 400 && !Application.Log.With("1030").Any(); waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private Task<CardApplication> StartAsync() => CardApplication.StartAsync(
        Sandbox.Configuration,
        changes:
        [
            ("RequiredAttributes:0", "GivenNames"), ("RequiredAttributes:1", "FamilyNames"), ("OptionalAttributes:0", "DateOfBirth"), ("OptionalAttributes:1", "PlaceOfResidence"),
            ("OptionalAttributes:2", "RestrictedID"), ("OptionalAttributes:3", "BirthName"), ("OptionalAttributes:4", "AgeVerification"), ("OptionalAttributes:5", "PlaceVerification"),
            ("MinimumAge", "18"), ("CommunityId", "027614"), ("TransactionInfo", "Anmeldung eines Hundes"), ("ResultDeadline", "00:00:03"), ("PollInterval", "00:00:00.2"), ("Starts:PerBrowser", "100"),
        ]);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        _operator.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>Up to the page of the stand-in, which asks whose card it is.</summary>
    private protected async Task OpenClientAsync()
    {
        await Browser.GoAsync(Application.Login);
        await Browser.GoAsync(Browser.ThisComputer());
    }

    private protected async Task LogInAsync(string person)
    {
        await OpenClientAsync();
        await Browser.PressAsync($"ausweisen als {person}");
    }

    private protected async Task ArmAsync(string fault, int milliseconds = 0)
    {
        using var answer = await _operator.PostAsJsonAsync(new Uri(Sandbox.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds });
        answer.EnsureSuccessStatusCode();
    }
}
