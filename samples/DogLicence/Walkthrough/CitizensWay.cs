using System.Text;
using DogLicence.LogIns;

namespace DogLicence.Walkthrough;

/// <summary>The way of one citizen: from the search for the office to the mails that arrive.</summary>
public sealed class CitizensWay : IAsyncDisposable
{
    private readonly Browser _browser = new();
    private FreshServer? _fresh;
    private string _number = "";

    public IReadOnlyList<WalkStep> Steps =>
    [
        new("Dienste starten", StartAsync),
        new("Ort und Leistung", ChoosePlaceAsync),
        new("Zuständige Stelle", SeeOfficeAsync),
        new("Antrag beginnen", BeginAsync),
        new("Anmelden", LogInAsync),
        new("Formular, falsch", FillInBadlyAsync),
        new("Formular, richtig", FillInAsync),
        new("Nachweis, 60 MB", UploadTooMuchAsync),
        new("Nachweis", UploadAsync),
        new("Neustart", RestartAsync),
        new("Zusammenfassung mit PDF", SummariseAsync),
        new("Zahlung vorbereiten", PreparePaymentAsync),
        new("Bezahlen", PayAsync),
        new("Mail an die Stelle", CheckOfficeMailAsync),
        new("Bestätigung", CheckConfirmationAsync),
    ];

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        if (_fresh is not null)
            await _fresh.DisposeAsync();
    }

    /// <summary>The service that the first step started.</summary>
    public FreshServer Fresh => _fresh ?? throw new WalkException("The service was not started.");

    /// <summary>Vorgangsnummer.</summary>
    public string Number => _number;

    private Inbox Inbox => new(_browser, Fresh.Server.Sandbox!.Address);

    private async Task<string> StartAsync(CancellationToken ct)
    {
        _fresh = await FreshServer.StartAsync(cancellationToken: ct);
        return $"Dienst {Fresh.Server.Address}, Sandbox {Fresh.Server.Sandbox!.Address}";
    }

    private async Task<string> ChoosePlaceAsync(CancellationToken ct)
    {
        await _browser.OpenAsync(Fresh.Server.Address, ct);
        var page = await _browser.PressAsync("Zuständige Stelle finden", new Dictionary<string, string> { ["ort"] = "Freiberg" }, cancellationToken: ct);
        WalkException.Unless(page.Address.AbsolutePath == "/zustaendigkeit", $"'Freiberg' led to {page.Address.AbsolutePath}: {page.Heading}");
        return "Freiberg gefunden";
    }

    private Task<string> SeeOfficeAsync(CancellationToken ct)
    {
        var office = _browser.Page.TextOf(".office .kern-title");
        var reasons = _browser.Page.Document.QuerySelectorAll(".why li").Select(step => Shown.Clean(step.TextContent)).ToList();
        WalkException.Unless(office.Contains("Freiberg", StringComparison.Ordinal), $"the office is '{office}'");
        WalkException.Unless(reasons.Count > 0, "no explanation is shown");
        return Task.FromResult($"{office}, weil: {string.Join(" / ", reasons)}");
    }

    private async Task<string> BeginAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Hund jetzt online anmelden", cancellationToken: ct);
        _number = page.TextOf("main strong");
        WalkException.Unless(_number.StartsWith("HUND-", StringComparison.Ordinal), "no case number is shown");
        return $"Vorgang {_number}";
    }

    private async Task<string> LogInAsync(CancellationToken ct)
    {
        var page = await _browser.LogInAsync(LogInWay.BundId, "Zoë", ct);
        WalkException.Unless(page.Value("Name").Contains("WEIẞ", StringComparison.Ordinal), $"the form shows '{page.Value("Name")}'");
        return $"{page.Value("Name")}, {page.Value("Angemeldet mit")}, {page.Value("Vertrauensniveau der Anmeldung")}";
    }

    private async Task<string> FillInBadlyAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Weiter", new Dictionary<string, string> { ["Name"] = "Büffel", ["ChipNumber"] = "12" }, cancellationToken: ct);
        var errors = page.Document.QuerySelectorAll(".error-summary li").Length;
        WalkException.Unless(errors >= 5, $"{errors} messages are shown");
        WalkException.Unless(page.Document.QuerySelector("#Name")?.GetAttribute("value") == "Büffel", "the typed name is lost");
        return $"{errors} Meldungen, Eingaben stehen noch da";
    }

    private async Task<string> FillInAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Weiter", SampleAnswers.All, cancellationToken: ct);
        WalkException.Unless(page.Address.AbsolutePath.EndsWith("/nachweis", StringComparison.Ordinal), $"the next page is '{page.Heading}': {page.TextOf(".error-summary")}");
        return page.Heading;
    }

    private async Task<string> UploadTooMuchAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Datei beifügen", upload: new Upload("datei", "police.pdf", new byte[60 * 1024 * 1024]), cancellationToken: ct);
        WalkException.Unless(page.Text.Contains("Die Datei ist zu groß", StringComparison.Ordinal), $"the page says '{page.Heading}'");
        return page.TextOf(".error-summary li");
    }

    private async Task<string> UploadAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Datei beifügen", upload: new Upload("datei", "police.pdf", SampleAnswers.Proof), cancellationToken: ct);
        WalkException.Unless(page.Value("Nachweis").StartsWith("beigefügt", StringComparison.Ordinal), $"the summary says '{page.Value("Nachweis")}'");
        return page.Value("Nachweis");
    }

    private async Task<string> RestartAsync(CancellationToken ct)
    {
        var address = _browser.Page.Address;
        await Fresh.RestartAsync(ct);
        var page = await _browser.OpenAsync(address, ct);
        WalkException.Unless(page.Value("Rufname") == "Büffel", $"after the restart the page is '{page.Heading}'");
        return "Antrag nach dem Neustart unverändert";
    }

    private async Task<string> SummariseAsync(CancellationToken ct)
    {
        var pdf = await _browser.DownloadAsync(_browser.Page.Link("Antrag als PDF"), ct);
        WalkException.Unless(pdf.AsSpan().StartsWith("%PDF-"u8), "the PDF is none");
        await _browser.PressAsync("Angaben bestätigen", cancellationToken: ct);
        return $"PDF mit {pdf.Length} Byte";
    }

    private async Task<string> PreparePaymentAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Zahlung vorbereiten", cancellationToken: ct);
        await _browser.FollowAsync("Zur Bezahlseite", ct);
        WalkException.Unless(_browser.Page.Address.Host == "127.0.0.1", $"the pay page is on {_browser.Page.Address.Host}");
        return page.Value("Betrag");
    }

    private async Task<string> PayAsync(CancellationToken ct)
    {
        var page = await _browser.PressAsync("Bezahlen", cancellationToken: ct);
        WalkException.Unless(page.Value("Bezahlter Betrag").Length > 0, $"after paying the page is '{page.Heading}'");
        return $"{page.Heading}; {page.Value("Bezahlter Betrag")}, Kassenzeichen {page.Value("Kassenzeichen")}";
    }

    private async Task<string> CheckOfficeMailAsync(CancellationToken ct)
    {
        var mail = await Inbox.WaitForAsync($"Anmeldung eines Hundes, Vorgang {_number}", ct);
        var files = await mail.FilesAsync(ct);
        var xml = Encoding.UTF8.GetString(files.Single(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)).Content);
        WalkException.Unless(xml.Contains("WEIẞ-ĐẶNG M\u0302BANGO\u0303", StringComparison.Ordinal), "the XML has another name");
        WalkException.Unless(files.Any(file => file.Content.AsSpan().SequenceEqual(SampleAnswers.Proof)), "the proof arrived changed");
        WalkException.Unless(!mail.Source.Contains("hundeanmeldung", StringComparison.Ordinal), "the mail crossed the wire readable");
        return $"an {mail.To}: {string.Join(", ", files.Select(file => file.Name))}; {mail.Signature}";
    }

    private async Task<string> CheckConfirmationAsync(CancellationToken ct)
    {
        var mail = await Inbox.WaitForAsync($"Ihr Antrag ist eingegangen, Vorgang {_number}", ct);
        var text = mail.Shown;
        WalkException.Unless(!new[] { "WEIẞ", "Büffel", "Freiberg", "KLOẞ" }.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)), "the plain mail holds personal data");
        return $"an {mail.To}, ohne Angaben zur Person";
    }
}
