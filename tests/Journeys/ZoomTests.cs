using BaseComponents.Tests.Journeys.Browser;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys;

/// <summary>Pages under the settings of a person: twice as large, on 320 pixels, with more space between letters and lines, with forced colours, without movement.</summary>
public sealed class ZoomTests(Chromium chromium) : Journey(chromium)
{
    // WCAG 2.2, success criterion 1.4.12.
    private const string Spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";

    private const string TooWide = """
        document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))
        """;

    // Text that is wider or higher than the box that cuts it off.
    private const string CutOff = """
        [...document.querySelectorAll('body *')].filter(e => {
          const s = getComputedStyle(e), hidden = s.position === 'absolute' && e.getBoundingClientRect().width <= 1;
          const cuts = [s.overflowX, s.overflowY].some(o => o === 'hidden' || o === 'clip');
          return cuts && !hidden && e.textContent.trim() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
        }).map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40))
        """;

    private const string Moving = """
        [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(p => [e, getComputedStyle(e, p || null)])).filter(([e, s]) => {
          const lasts = text => text.split(',').some(t => parseFloat(t) * (t.includes('ms') ? 1 : 1000) > 10);
          return (s.animationName !== 'none' && lasts(s.animationDuration)) || (s.transitionProperty !== 'none' && lasts(s.transitionDuration) && s.transitionProperty !== 'all');
        }).map(([e]) => e.tagName + '.' + e.className)
        """;

    private const string WithoutPurpose = """
        [...document.querySelectorAll('input[type=text], input[type=email], input[type=tel]')].filter(e => !e.hasAttribute('autocomplete')).map(e => e.id)
        """;

    private const string Nameless = """
        [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')].filter(e => {
          const labels = e.labels ? [...e.labels].map(l => l.textContent).join('') : '';
          return !(labels + e.textContent + (e.getAttribute('aria-label') ?? '') + (e.getAttribute('aria-labelledby') ?? '') + (e.type === 'submit' ? e.value : '')).trim();
        }).map(e => e.outerHTML)
        """;

    [Fact]
    public async Task Each_page_of_the_way_bears_the_settings_of_a_person()
    {
        var citizen = await ArriveAsync("zoom");
        await citizen.OpenAsync("/");
        await BearsAsync(citizen, "ort");
        await citizen.OpenAsync("/zustaendigkeit?leistung=99102013104000&ort=145220180180");
        await BearsAsync(citizen, "zustaendigkeit");
        await citizen.BeginAsync();
        await BearsAsync(citizen, "anmelden");
        await citizen.LogInAsync("Erika Mustermann");
        await citizen.ArriveAtFormAsync();
        await BearsAsync(citizen, "formular");
        await citizen.PressAsync("Weiter");
        await citizen.Page.GetByRole(AriaRole.Alert).Or(citizen.Page.Locator("[aria-invalid=true]").First).First.WaitForAsync();
        await BearsAsync(citizen, "fehler");
        await citizen.FillInAsync();
        await citizen.ArriveAtAsync("Nachweis der Versicherung");
        await BearsAsync(citizen, "nachweis");
        await citizen.AttachAsync();
        await citizen.ArriveAtAsync("Stimmt alles?");
        await BearsAsync(citizen, "zusammenfassung");
        await citizen.ConfirmAsync();
        await BearsAsync(citizen, "bezahlen");
    }

    private static async Task BearsAsync(Citizen citizen, string name)
    {
        var page = citizen.Page;
        (await page.EvaluateAsync<string[]>(Nameless)).Should().BeEmpty($"each control of '{name}' has a name");
        (await page.EvaluateAsync<string[]>(WithoutPurpose)).Should().BeEmpty($"each text of '{name}' says whether a browser may fill it in");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce, ForcedColors = ForcedColors.Active });
        (await page.EvaluateAsync<string[]>(Moving)).Should().BeEmpty($"nothing of '{name}' moves where the person wants it so");
        // 1280 pixels at 200 % are 640; 320 are 1280 at 400 %.
        foreach (var width in new[] { 640, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<string[]>(TooWide)).Should().BeEmpty($"'{name}' at {width} pixels needs no scrolling to the side");
            (await page.EvaluateAsync<string[]>(CutOff)).Should().BeEmpty($"nothing of '{name}' is cut off at {width} pixels");
        }

        // The policy of the pages forbids style elements; a sheet made by a script is none.
        await page.EvaluateAsync("text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); document.adoptedStyleSheets = [sheet]; }", Spacing);
        (await page.EvaluateAsync<string[]>(TooWide)).Should().BeEmpty($"'{name}' with more space needs no scrolling to the side");
        (await page.EvaluateAsync<string[]>(CutOff)).Should().BeEmpty($"nothing of '{name}' is cut off with more space");
        await citizen.LookAsync(name + "-320");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Null, ForcedColors = ForcedColors.None });
        await page.SetViewportSizeAsync(1280, 800);
    }
}
