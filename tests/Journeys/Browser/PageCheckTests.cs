using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Browser;

public sealed class PageCheckTests(Chromium chromium) : IDisposable
{
    private const string Picture = "page-check";

    // The site shows what lies there as pages of the sample.
    public void Dispose() => File.Delete(Path.Combine(TestPaths.Pictures, Picture + ".png"));

    [Theory]
    [InlineData("<h1>Antrag</h1><p>Gut zu lesen</p>", null)]
    [InlineData("<h1>Antrag</h1><p style='color: #bbb'>Kaum zu lesen</p>", "color-contrast")]
    [InlineData("<h1>Antrag</h1><input type='text'>", "label")]
    [InlineData("<h1>Antrag</h1><img src='data:,'>", "image-alt")]
    [InlineData("<h1>Antrag</h1><h3>Zu tief</h3>", "heading-order")]
    [InlineData("<h1>Antrag</h1><h1>Noch einer</h1>", "one main heading")]
    [InlineData("<h1>Antrag</h1><div style='width: 3000px; height: 1px'></div>", "fits the window")]
    public async Task A_page_with_a_fault_is_refused(string content, string? fault)
    {
        await using var window = await chromium.OpenAsync(390);
        var page = await window.NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang='de'><head><title>Seite</title></head><body><main>{content}</main></body></html>");

        var look = () => page.LookAsync(Picture);

        if (fault is null)
            await look.Should().NotThrowAsync();
        else
            (await look.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain(fault);
    }
}
