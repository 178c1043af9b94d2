using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.LogIns;
using DogLicence.Walkthrough;

namespace BaseComponents.Tests.Journeys.Languages;

/// <summary>The whole way in another language. Links and buttons are found by what the texts say in it, so that a wrong text ends the walk.</summary>
internal sealed class LanguageWalk(Walker walker, string tag) : IDisposable
{
    private readonly Dictionary<string, string> _texts = TextFile.Read(tag);
    private readonly List<Shown> _pages = [];

    public IReadOnlyList<Shown> Pages => _pages;

    public string Said(string german) => _texts[german];

    public async Task ChooseAsync(string name)
    {
        await OpenAsync("/");
        await FollowAsync(name);
    }

    public async Task OpenAsync(string path) => Keep(await walker.OpenAsync(path));

    public async Task FollowAsync(string link) => Keep(await walker.Browser.FollowAsync(link));

    public async Task PressAsync(string german, IReadOnlyDictionary<string, string>? values = null, Upload? upload = null) => Keep(await walker.Browser.PressAsync(Said(german), values, upload));

    /// <summary>As far as the form.</summary>
    public async Task WalkToFormAsync()
    {
        await PressAsync("Zuständige Stelle finden", new Dictionary<string, string> { ["ort"] = "Nirgendwo" });
        await PressAsync("Zuständige Stelle finden", new Dictionary<string, string> { ["ort"] = "Freiberg" });
        await PressAsync("Hund jetzt online anmelden");
        await walker.Browser.FollowAsync(Said(LogInWay.Broker.Button));
        Keep(await walker.Browser.PressAsync(LogInPages.ButtonOf(LogInWay.Broker, "Zoë")));
    }

    /// <summary>From the form to the receipt, with what is wrong on the way.</summary>
    public async Task WalkToReceiptAsync()
    {
        await PressAsync("Weiter", new Dictionary<string, string> { ["ChipNumber"] = "12", ["BirthMonth"] = "13", ["ArrivedYear"] = "2090" });
        await PressAsync("Weiter", SampleAnswers.All);
        await PressAsync("Datei beifügen und weiter", upload: new Upload("datei", "x.pdf", "no"u8.ToArray()));
        await PressAsync("Datei beifügen und weiter", upload: new Upload("datei", "x.pdf", SampleAnswers.Proof));
        await PressAsync("Angaben bestätigen und weiter zum Bezahlen");
        await PressAsync("Zahlung vorbereiten");
        await walker.Browser.FollowAsync(Said("Zur Bezahlseite"));
        Keep(await walker.Browser.PressAsync("Bezahlen"));
    }

    /// <summary>What does not lie on the way.</summary>
    public async Task LookAroundAsync()
    {
        foreach (var path in new[] { "/impressum", "/datenschutz", "/barrierefreiheit", "/gibt-es-nicht", "/zahlung/anderswo", "/fehler/413", "/fehler/429", "/fehler/503", "/fehler/400", "/zustaendigkeit?leistung=99102013104000&ort=000000000000" })
            await OpenAsync(path);
        foreach (var outcome in new[] { "cancelled", "level-too-low", "expired", "rejected", "attributes-missing", "document-invalid", "replayed", "provider-refused", "unavailable", "other-browser" })
            await OpenAsync($"/anmeldung/ergebnis?outcome={outcome}");
        await PressAsync("Abmelden");
    }

    /// <summary>German texts that a page still shows, as text of an element of its own that does not say that it is German.</summary>
    public IEnumerable<string> LeftIn(Shown page)
    {
        var german = _texts.Where(text => text.Value != text.Key).Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        // The statute stands in a sentence; its name is a setting.
        var basis = Said("Grundlage: {0}").Replace("{0}", "", StringComparison.Ordinal);
        return page.Document.Body!.QuerySelectorAll("*")
            .Where(element => element.Closest("[lang]") is not { } part || part.GetAttribute("lang") == tag)
            .SelectMany(element => element.ChildNodes.OfType<AngleSharp.Dom.IText>().Select(text => Shown.Clean(text.Data)).Where(text => element.LocalName != "dd" || german.Contains(text)))
            .Where(text => !text.StartsWith(basis, StringComparison.Ordinal))
            .Where(text => german.Contains(text) || (tag == "en" && text.Any(letter => "äöüß".Contains(letter, StringComparison.Ordinal))))
            .Select(text => $"{page.Address.AbsolutePath}: {text}");
    }

    public void Dispose() => _pages.Clear();

    private void Keep(Shown page) => _pages.Add(page);
}
