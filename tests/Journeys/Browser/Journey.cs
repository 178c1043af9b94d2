using System.Net.Http.Json;
using DogLicence.Walkthrough;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Browser;

/// <summary>A fresh service with the Sandbox inside, and one citizen's window on it.</summary>
public abstract class Journey(Chromium chromium) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _windows = [];
    private FreshServer? _fresh;

    internal FreshServer Fresh => _fresh ?? throw new InvalidOperationException("Open a window first.");

    internal async Task<Citizen> ArriveAsync(string pictures, int width = 1280, bool dark = false, bool attentive = false, bool scripts = true)
    {
        var window = await chromium.OpenAsync(width, dark: dark, scripts: scripts);
        _windows.Add(window);
        _fresh ??= await FreshServer.StartAsync(Settings, TestPaths.Sample);
        return new Citizen(await window.NewPageAsync(), () => Fresh.Server, pictures, attentive, scripts);
    }

    /// <summary>Shorter waits than in real life.</summary>
    protected virtual Dictionary<string, string?> Settings => new()
    {
        ["BaseComponents:Payments:Reconciler:Interval"] = "00:00:00.200",
        ["BaseComponents:Payments:Reconciler:Delays:0"] = "00:00:00.500",
        ["Submission:Interval"] = "00:00:00.200",
        ["DogLicence:FormsPerMinute"] = "10000",
    };

    /// <summary>Lets the next answer of the Sandbox go wrong.</summary>
    internal async Task ArmAsync(string fault)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync(new Uri(Fresh.Server.Sandbox!.Address, "/_sandbox/faults"), new { name = fault, times = 1, milliseconds = 0 });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits for the one mail with that subject in the Sandbox's inbox.</summary>
    internal async Task<InboxMail> MailAsync(string subject)
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        return await new Inbox(browser, Fresh.Server.Sandbox!.Address).WaitForAsync(subject, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
            await window.DisposeAsync();
        if (_fresh is not null)
            await _fresh.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
