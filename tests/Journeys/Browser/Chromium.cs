using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BaseComponents.Tests.Journeys.Browser.Chromium))]

namespace BaseComponents.Tests.Journeys.Browser;

/// <summary>The system's Chromium, started once. Nothing is downloaded; where there is none, the journeys are skipped with the reason.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--lang=de-DE", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments, Headless = true });
    }

    /// <summary>A window of its own, with its own cookies.</summary>
    public async Task<IBrowserContext> OpenAsync(int width, int height = 900, bool dark = false, bool scripts = true)
    {
        if (_browser is null)
            Assert.Skip("chromium is not installed");
        return await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "de-DE",
            JavaScriptEnabled = scripts,
            // The pages then jump instead of gliding, and nobody has to wait for them.
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .Prepend("/usr/bin/chromium")
        .FirstOrDefault(File.Exists);
}
