using BaseComponents.Tests.Journeys.BadInput;
using BaseComponents.Tests.Journeys.Browser;
using DogLicence.Walkthrough;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys;

/// <summary>Where npm was missing at build time.</summary>
public sealed class PlainStyleTests(Chromium chromium) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("doglicence-plain-").FullName;

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Without_KERN_the_pages_stay_accessible_and_the_log_says_so_once(int width)
    {
        CopyWithoutFetchedFiles();
        var log = new LogBook();
        await using var fresh = await FreshServer.StartAsync(contentRoot: _root, services: all => all.AddLogging(logging => logging.AddProvider(log)));
        await using var window = await chromium.OpenAsync(width);
        var citizen = new Citizen(await window.NewPageAsync(), () => fresh.Server, $"plain-{width}", attentive: true);

        await citizen.BeginAsync();
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.FillInAsync(new Dictionary<string, string> { ["ChipNumber"] = "12" });
        await citizen.LookAsync("fehler");
        await citizen.OpenAsync("/anmeldung/ergebnis?outcome=level-too-low&returnUrl=" + Uri.EscapeDataString("/antrag/x/anmelden?handler=Zurueck&konto=bundid"));
        await citizen.LookAsync("ergebnis");

        log.All.Split("KERN design system is not there").Should().HaveCount(2, "the log says it once");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void CopyWithoutFetchedFiles()
    {
        Directory.CreateDirectory(Path.Combine(_root, "wwwroot", "lib", "site"));
        foreach (var file in Directory.EnumerateFiles(TestPaths.Sample, "appsettings*.json").Concat(Directory.EnumerateFiles(Path.Combine(TestPaths.Sample, "wwwroot", "lib", "site"))))
            File.Copy(file, Path.Combine(_root, Path.GetRelativePath(TestPaths.Sample, file)));
    }
}
