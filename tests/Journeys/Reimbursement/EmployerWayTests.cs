using System.Text;
using System.Xml.Linq;
using BaseComponents.Tests.Journeys.Browser;
using BaseComponents.Tests.Journeys.Silence;
using EmployerReimbursement.Submission;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>An employer at a real browser, from the place of the fire brigade to the acknowledgement; every page is looked at.</summary>
public sealed class EmployerWayTests(Chromium chromium, ReimbursementBench bench) : IClassFixture<ReimbursementBench>
{
    private static readonly XNamespace Ns = ClaimXml.Namespace;

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task An_employer_applies_and_the_office_gets_it(int width)
    {
        await using var window = await chromium.OpenAsync(width);
        var page = await window.NewPageAsync();
        var look = Looker(page, $"employer-{width}");

        await BeginAsync(page, look);
        await PressAsync(page, "Weiter");
        await ArriveAsync(page, "Angaben zum Unternehmen und zur Feuerwehr");
        await look("angaben-fehler");
        await FillAsync(page, EmployerBrowser.Details);
        await PressAsync(page, "Weiter");
        await ArriveAsync(page, "Zeiten und Beträge");
        await look("zeiten-leer");
        await PressAsync(page, "Zeit hinzufügen");
        await look("zeiten-fehler");
        await AddAsync(page, "05.03.2026", "8:30", "11:00", "Einsatz");
        await AddAsync(page, "06.03.2026", "22:30", "1:15", "Übung", nextDay: true);
        await AddAsync(page, "07.03.2026", "1:00", "2:00", "Übung");
        (await page.InnerTextAsync("#fehler")).Should().Contain("überschneidet sich").And.Contain("06.03.2026, 22:30 bis 01:15 Uhr am folgenden Tag");
        await look("zeiten-ueberschneidung");
        await page.GotoAsync(page.Url);
        await look("zeiten");
        (await page.InnerTextAsync("main")).Should().Contain("Summe: 148,69 €");
        await FollowAsync(page, "Alle Zeiten eingetragen, weiter");
        await look("nachweis");
        await page.Locator("#datei").SetInputFilesAsync(new FilePayload { Name = "b.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n"u8] });
        await PressAsync(page, "Datei beifügen und weiter");
        await ArriveAsync(page, "Stimmt alles?");
        await look("zusammenfassung");
        (await page.InnerTextAsync("main")).Should().ContainAll("Musterbau GmbH", "DE89 … 3000", "Ötzi D’Arcy-Weiẞ", "148,69 €", "Bestätigung der Feuerwehr: beigefügt").And.NotContain("0532");
        var number = await page.InnerTextAsync("main strong");
        await PressAsync(page, "Angaben bestätigen und absenden");
        await ArriveAsync(page, "Ihr Antrag ist eingegangen");
        await look("stand");

        await CheckMailAsync(number);
        await Assertions.Expect(page.GetByText("An die zuständige Stelle übergeben")).ToBeVisibleAsync(new() { Timeout = await ReloadAsync(page) });
        await look("stand-uebergeben");
        var audit = await AuditOfService.ReadAsync(bench.Fresh, "MailSent");
        audit.Select(line => line.GetProperty("event").GetString()).Should().Contain(["LogInAccepted", "MailSealed", "MailSent"]);
        string.Join('\n', audit.Select(line => line.GetRawText())).Should().NotContainAny("Musterbau", "D’Arcy", "DE89", "freiberg", number);
    }

    [Fact]
    public async Task A_time_is_added_by_the_keyboard_alone()
    {
        await using var window = await chromium.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await BeginAsync(page, _ => Task.CompletedTask);
        await FillAsync(page, EmployerBrowser.Details);
        await PressAsync(page, "Weiter");
        await ArriveAsync(page, "Zeiten und Beträge");

        await page.FocusAsync("#Date");
        foreach (var text in new[] { "05.03.2026", "20:30", "0:15" })
        {
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("1.000,00");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("0");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".entry-list li")).ToContainTextAsync("05.03.2026, 20:30 bis 00:15 Uhr am folgenden Tag");
        (await page.InnerTextAsync(".entry-list")).Should().ContainAll("Übung, 3 Std. 45 Min.", "3.750,00 €");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_pages_beside_the_way_are_accessible_too(int width)
    {
        await using var window = await chromium.OpenAsync(width);
        var page = await window.NewPageAsync();
        var look = Looker(page, $"employer-beside-{width}");

        foreach (var path in new[] { "impressum", "datenschutz", "barrierefreiheit", "abmelden", "gibt-es-nicht", "anmeldung?konto=anderes", "anmeldung?konto=person", "anmeldung?outcome=level-too-low", "?ort=Atlantis", "?ort=Neukirchen" })
        {
            await page.GotoAsync(new Uri(bench.Address, "/" + path).AbsoluteUri);
            await look(string.Concat(path.Where(char.IsLetterOrDigit)));
        }
    }

    private async Task BeginAsync(IPage page, Func<string, Task> look)
    {
        await page.GotoAsync(bench.Address.AbsoluteUri);
        await look("ort");
        await page.FillAsync("#ort", "Freiberg");
        await PressAsync(page, "Zuständige Stelle finden");
        await look("stelle");
        await PressAsync(page, "Mit Unternehmenskonto anmelden und beginnen");
        await ArriveAsync(page, "Anmelden");
        await PressAsync(page, $"Anmelden als {EmployerBrowser.Musterbau}");
        await ArriveAsync(page, "Zurück zur Anwendung");
        await PressAsync(page, "Weiter zur Anwendung");
        await ArriveAsync(page, "Angaben zum Unternehmen und zur Feuerwehr");
        await look("angaben");
    }

    private static async Task AddAsync(IPage page, string date, string from, string until, string duty, bool nextDay = false)
    {
        await FillAsync(page, new Dictionary<string, string> { ["Date"] = date, ["From"] = from, ["Until"] = until, ["Gross"] = "23,50", ["Share"] = "4,82" });
        await page.GetByLabel("Das Ende liegt am folgenden Tag").SetCheckedAsync(nextDay);
        await page.GetByLabel(duty, new() { Exact = true }).CheckAsync();
        await PressAsync(page, "Zeit hinzufügen");
    }

    private async Task CheckMailAsync(string number)
    {
        var files = await bench.MailAsync(number);
        files.Keys.Should().BeEquivalentTo($"{number}.xml", $"{number}.csv", "bestaetigung.pdf");
        var root = XDocument.Parse(Encoding.UTF8.GetString(files[$"{number}.xml"])).Root!;
        root.Element(Ns + "summe")!.Value.Should().Be("148.69");
        root.Element(Ns + "arbeitgeber")!.Element(Ns + "iban")!.Value.Should().Be("DE89370400440532013000");
        root.Element(Ns + "feuerwehrdienst")!.Elements(Ns + "zeit").Select(line => $"{line.Attribute("art")!.Value} {line.Element(Ns + "beginn")!.Value} {line.Element(Ns + "minuten")!.Value} {line.Element(Ns + "betrag")!.Value}")
            .Should().Equal("Einsatz 2026-03-05T08:30:00 150 70.80", "Übung 2026-03-06T22:30:00 165 77.89");
        Encoding.UTF8.GetString(files[$"{number}.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(3)
            .And.Contain(row => row.Contains("\"77,89\"", StringComparison.Ordinal) && row.Contains("\"Ötzi D’Arcy-Weiẞ\"", StringComparison.Ordinal));
    }

    // The state becomes known with the next look at the outbox.
    private static async Task<float> ReloadAsync(IPage page)
    {
        for (var i = 0; i < 50 && await page.GetByText("An die zuständige Stelle übergeben").CountAsync() == 0; i++)
        {
            await page.WaitForTimeoutAsync(100);
            await page.ReloadAsync();
        }

        return 1000;
    }

    private static Func<string, Task> Looker(IPage page, string pictures)
    {
        var count = 0;
        return name => page.LookAsync($"{pictures}-{++count:00}-{name}");
    }

    private static async Task FillAsync(IPage page, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (field, value) in values)
            await page.FillAsync($"[name={field}]", value);
    }

    private static Task ArriveAsync(IPage page, string heading) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading, new() { Timeout = 30_000 });

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task FollowAsync(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
}
