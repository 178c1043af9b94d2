using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Browser;

/// <summary>What every page must be: free of accessibility violations, with one heading, not wider than the window. Leaves a picture.</summary>
internal static class PageCheck
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task LookAsync(this IPage page, string picture, string language = "de")
    {
        Directory.CreateDirectory(TestPaths.Pictures);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(TestPaths.Pictures, picture + ".png"), FullPage = true });
        var result = await page.RunAxe(Rules);
        result.Violations.Select(Describe).Should().BeEmpty($"page '{picture}' must be accessible");
        (await page.Locator("h1").CountAsync()).Should().Be(1, $"page '{picture}' has one main heading");
        (await page.GetAttributeAsync("html", "lang")).Should().Be(language);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0, $"page '{picture}' fits the window");
    }

    private static string Describe(AxeResultItem item) => $"{item.Id}: {item.Help}: {string.Join(" | ", item.Nodes.Select(node => node.Html))}";
}
