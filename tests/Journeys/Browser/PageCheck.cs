using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Browser;

/// <summary>What every page must be: free of accessibility violations, with one heading, not wider than the window. Leaves a picture.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private const string Violations = """
        async tags => (await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
          .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`)
        """;

    public static async Task LookAsync(this IPage page, string picture, string language = "de")
    {
        Directory.CreateDirectory(TestPaths.Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(TestPaths.Pictures, picture + ".png"), FullPage = true });
        (await ViolationsAsync(page)).Should().BeEmpty($"page '{picture}' must be accessible");
        (await page.Locator("h1").CountAsync()).Should().Be(1, $"page '{picture}' has one main heading");
        (await page.GetAttributeAsync("html", "lang")).Should().Be(language);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"page '{picture}' fits the window");
    }

    /// <summary>In the page itself: the package's own way opens a second page for each look, which takes four times as long, for frames that these pages do not have.</summary>
    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        page.Frames.Should().ContainSingle("only the page itself is looked at");
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Violations, Rules);
    }
}
