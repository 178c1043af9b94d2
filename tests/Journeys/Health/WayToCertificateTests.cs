using BaseComponents.Tests.Journeys.Browser;
using BaseComponents.Tests.Journeys.Silence;
using Microsoft.Playwright;

namespace BaseComponents.Tests.Journeys.Health;

/// <summary>The whole way in a real browser, every page checked for accessibility and photographed.</summary>
public sealed class WayToCertificateTests(Chromium chromium)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citizen_gets_the_certificate(int width)
    {
        await using var bench = await HealthBench.StartAsync();
        await using var window = await chromium.OpenAsync(width);
        var page = await window.NewPageAsync();
        var pictures = 0;
        async Task LookAsync(string name)
        {
            await page.EvaluateAsync("document.fonts.ready");
            await page.LookAsync($"health-{width}-{++pictures:00}-{name}");
        }


        await page.GotoAsync(bench.Address.AbsoluteUri);
        await LookAsync("ort");
        await page.GetByLabel("Wo wohnen Sie?").FillAsync("Freiberg");
        await PressAsync(page, "Termine suchen");
        await ArriveAsync(page, "Termin wählen");
        await LookAsync("termine");
        await PressAsync(page, "Platz reservieren");
        await LookAsync("termine-fehler");
        await page.Locator("input[name=termin]").First.CheckAsync();
        await PressAsync(page, "Platz reservieren");
        await ArriveAsync(page, "Melden Sie sich an");
        await LookAsync("anmelden");
        await LogInAsync(page);
        await ArriveAsync(page, "Belehrung über die Arbeit mit Lebensmitteln");
        await LookAsync("belehrung");
        await AnswerAsync(page, "Frage1", "a");
        await PressAsync(page, "Erklären und weiter");
        await LookAsync("belehrung-fehler");
        foreach (var (question, answer) in HealthBench.Answers)
            await AnswerAsync(page, question, answer);
        await page.GetByLabel("Ihre E-Mail-Adresse").FillAsync("erika@buerger.example");
        await PressAsync(page, "Erklären und weiter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Ihr Vorgang");
        await LookAsync("bezahlen");
        await PressAsync(page, "26,00 € bezahlen");
        await LookAsync("bezahlen-begonnen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Bezahlseite" }).ClickAsync();
        await PressAsync(page, "Bezahlen");
        await UntilAsync(page, "Ihr Platz ist gebucht");
        await LookAsync("gebucht");

        var number = (await page.InnerTextAsync("h1")).Split(' ')[^1];
        await ConfirmAsync(page, bench, await bench.OfficeCodeAsync(number), LookAsync);
        await page.GotoAsync(new Uri(bench.Address, "/konto").AbsoluteUri);
        await LookAsync("konto");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vorgang " + number }).ClickAsync();
        await LookAsync("bescheinigung");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Bescheinigung als PDF herunterladen").ClickAsync());
        File.Copy(await download.PathAsync(), Path.Combine(TestPaths.Pictures, $"health-{width}.pdf"), overwrite: true);
        (await File.ReadAllBytesAsync(await download.PathAsync())).AsSpan(0, 5).ToArray().Should().Equal("%PDF-"u8.ToArray());

        var notice = await bench.MailAsync($"Neues zu Ihrem Vorgang {number}");
        notice.Source.Should().NotContainAny("MUSTERMANN", "Infektionsschutz", "Lebensmittel", "Gesundheitsamt");
        var audit = await AuditOfService.ReadAsync(bench.Fresh, "MailSent");
        audit.Select(line => line.GetProperty("event").GetString()).Should().Contain(["LogInAccepted", "PaymentMoved", "MailSent"]);
        string.Join('\n', audit.Select(line => line.GetRawText())).Should().NotContainAny("MUSTERMANN", "erika@", "buerger.example", number);
    }

    [Fact]
    public async Task The_pages_beside_the_way_are_accessible_too()
    {
        await using var bench = await HealthBench.StartAsync(null, ("Appointments:DaysAhead", "1"), ("Appointments:Notice", "20.00:00:00"));
        await using var window = await chromium.OpenAsync(390);
        var page = await window.NewPageAsync();

        // The shared ones are looked at with the other service.
        foreach (var path in new[] { "datenschutz", "barrierefreiheit", "?ort=Atlantis", "?ort=09471", "termine?ort=145220180180", "anmeldung/ergebnis?outcome=level-too-low" })
        {
            await page.GotoAsync(new Uri(bench.Address, "/" + path).AbsoluteUri);
            await page.LookAsync($"health-beside-{string.Concat(path.Where(char.IsLetterOrDigit).Take(20))}");
        }
    }

    [Fact]
    public async Task A_seat_is_reserved_with_the_keyboard_alone()
    {
        await using var bench = await HealthBench.StartAsync();
        await using var window = await chromium.OpenAsync(1280);
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(bench.Address, "/termine?ort=145220180180").AbsoluteUri);

        // Skip link, name of the service, the group of appointments: one stop, the arrow keys choose in it.
        for (var stop = 0; stop < 3; stop++)
            await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.name")).Should().Be("termin");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await ArriveAsync(page, "Melden Sie sich an");
    }

    private static async Task ConfirmAsync(IPage page, HealthBench bench, string code, Func<string, Task> lookAsync)
    {
        await page.GotoAsync(new Uri(bench.Address, "/teilnahme").AbsoluteUri);
        await lookAsync("code");
        await page.GetByLabel("Code").FillAsync(code);
        await PressAsync(page, "Vorgang öffnen");
        (await page.InnerTextAsync("main")).Should().NotContainAny("ERIKA", "MUSTERMANN", "1964");
        await lookAsync("teilnahme");
        await PressAsync(page, "Bestätigen und Bescheinigung ausstellen");
        await lookAsync("teilnahme-bestaetigt");
    }

    private static async Task LogInAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Mit BundID anmelden" }).ClickAsync();
        await ArriveAsync(page, "Anmelden");
        await PressAsync(page, "Anmelden als Erika Mustermann");
        await ArriveAsync(page, "Zurück zur Anwendung");
        await PressAsync(page, "Weiter zur Anwendung");
    }

    private static async Task UntilAsync(IPage page, string text)
    {
        for (var tries = 0; tries < 200 && !(await page.InnerTextAsync("main")).Contains(text, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
            await page.ReloadAsync();
        }

        (await page.InnerTextAsync("main")).Should().Contain(text);
    }

    private static Task AnswerAsync(IPage page, string question, string answer) => page.Locator($"[name={question}][value={answer}]").CheckAsync();

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task ArriveAsync(IPage page, string heading) => Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading, new() { Timeout = 30_000 });
}
