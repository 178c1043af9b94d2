using System.Net;
using AngleSharp.Html.Dom;
using BaseComponents.Tests.Scale.Web.Site;
using DogLicence.LogIns;
using DogLicence.Walkthrough;
using Pages = DogLicence.Walkthrough.Browser;

namespace BaseComponents.Tests.Scale.Web.Journeys;

/// <summary>
/// A citizen with a browser, and patience: looks at the page that is shown and does what it asks for. An error page is tried again, sometimes by sending the form once more, sometimes by going back to where the
/// case stands; whoever was logged out logs in again.
/// </summary>
internal sealed class WebCitizen(WebSite site, Canary canary, CaseBook book, WebPlan plan, Random random) : IDisposable
{
    private static readonly TimeSpan LongestPage = TimeSpan.FromSeconds(40);
    private readonly Pages _browser = new(site.Proxy.Certificate);
    private readonly List<string> _numbers = [];
    private readonly DateTimeOffset _since = DateTimeOffset.UtcNow;
    private Func<HttpRequestMessage>? _sent;
    private string? _case;
    private int _mixed;
    private int _errors;
    private bool _paysAgain = plan.Flaw is WebFlaw.PaidTwice;

    private Shown Page => _browser.Page;

    // Once somebody has seen somebody else all go away, where nothing but that was to be seen.
    private bool IsAppalled => plan.Flaw is WebFlaw.PagesCached && book.IsMixedUp;

    public async Task<JourneyEnd> WalkAsync()
    {
        _browser.Watch = Look;
        var hasReceipt = false;
        await TryAsync(GoAsync("/"));
        while (!hasReceipt && !IsAppalled && DateTimeOffset.UtcNow - _since < plan.Patience)
        {
            hasReceipt = IsAt("quittung") && Page.Status is HttpStatusCode.OK;
            if (hasReceipt && _paysAgain)
                (hasReceipt, _paysAgain) = (false, await BeginAnewAsync());
            else if (!hasReceipt)
                await TryAsync(NextAsync());
        }

        return new JourneyEnd(canary.Text, [.. _numbers], hasReceipt, _mixed, _errors, Page.Address.AbsolutePath, DateTimeOffset.UtcNow - _since);
    }

    public void Dispose() => _browser.Dispose();

    private async Task<bool> BeginAnewAsync()
    {
        _case = null;
        await TryAsync(GoAsync("/"));
        return false;
    }

    // A step may fail in any way that a browser shows: an error page, no page, a page that is not the one expected.
    private async Task TryAsync(Task step)
    {
        try
        {
            await step;
            if ((int)Page.Status < 500)
                return;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or WalkException)
        {
            // The browser says that the site cannot be reached; or the page was another one than it looked like.
        }

        _errors++;
        await Task.Delay(random.Next(300, 1_200));
        await RecoverAsync();
    }

    private async Task RecoverAsync()
    {
        try
        {
            if (_sent is { } again && random.Next(2) == 0)
                await SendAsync(again);
            else
                await GoAsync(_case is null ? "/" : $"/antrag/{_case}/weiter");
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException or WalkException)
        {
            _errors++;
        }
    }

    private Task NextAsync() => Page.Address.Authority == site.Sandbox.Authority ? ElsewhereAsync() : Page switch
    {
        _ when (int)Page.Status >= 400 && Page.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict) => RecoverLaterAsync(),
        _ when Page.Document.QuerySelector("input[name=SAMLRequest]") is not null => PressAsync("Weiter zur Anmeldung"),
        _ when Page.Address.AbsolutePath == "/" => PressAsync("Zuständige Stelle finden", new() { ["ort"] = "Freiberg" }),
        _ when IsAt("zustaendigkeit") => PressAsync("Hund jetzt online anmelden"),
        _ when IsAt("anmelden") => LogInAsync(),
        _ when IsAt("formular") => PressAsync("Weiter", Answers()),
        _ when IsAt("nachweis") => random.Next(3) == 0 ? UploadAsync() : FollowAsync("Ohne neue Datei weiter"),
        _ when IsAt("zusammenfassung") => PressAsync("Angaben bestätigen"),
        _ when IsAt("bezahlen") => PayAsync(),
        _ => RecoverLaterAsync(),
    };

    private async Task RecoverLaterAsync()
    {
        _sent = null;
        await Task.Delay(random.Next(200, 600));
        await GoAsync(_case is null ? "/" : $"/antrag/{_case}/weiter");
    }

    private Task LogInAsync() => Page.Text.Contains("Mit der bestehenden Anmeldung weiter", StringComparison.Ordinal)
        ? FollowAsync("Mit der bestehenden Anmeldung weiter")
        : FollowAsync(LogInWay.BundId.Button);

    private async Task PayAsync()
    {
        if (Has("Zur Bezahlseite"))
            await FollowAsync("Zur Bezahlseite");
        else if (Has("Zahlung vorbereiten"))
            await PressAsync("Zahlung vorbereiten");
        else if (Has("Noch einmal versuchen"))
            await PressAsync("Noch einmal versuchen");
        else
        {
            await Task.Delay(random.Next(500, 1_000));
            await FollowAsync("Stand der Zahlung prüfen");
        }
    }

    // At the log-in service and at the payment service.
    private Task ElsewhereAsync()
    {
        if (Page.Document.QuerySelector("input[name=ticket]") is IHtmlInputElement { Value: var ticket })
            return SendAsync(() => Form(new Uri(Page.Address, Page.Document.QuerySelector("form[method=post]:has(input[name=ticket])")!.GetAttribute("action")), new() { ["ticket"] = ticket, ["person"] = $"erika-{canary.Text}" }));
        if (Has("Weiter zur Anwendung"))
            return PressAsync("Weiter zur Anwendung");
        if (Page.Document.QuerySelector("button[name=choice][value=Paid]") is not null)
            return PressAsync("Bezahlen");

        return Has("Zurück zum Online-Dienst") ? FollowAsync("Zurück zum Online-Dienst") : RecoverLaterAsync();
    }

    private Dictionary<string, string> Answers() => new(SampleAnswers.All)
    {
        ["Name"] = canary.Dog,
        ["Colour"] = $"schwarz, {canary.Text}",
        ["InsuranceCompany"] = $"Versicherung {canary.Dog}",
        ["PolicyNumber"] = canary.Text.ToUpperInvariant(),
        ["ContactMail"] = canary.MailAddress,
    };

    private Task UploadAsync()
    {
        var (page, file) = (Page, new Upload("datei", "police.pdf", [.. SampleAnswers.Proof, .. System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{canary.Text}\n", 2_000)))]));
        return SendAsync(() => Submission.Of(page, "Datei beifügen", new Dictionary<string, string>(), file));
    }

    private Task PressAsync(string button, Dictionary<string, string>? values = null)
    {
        var page = Page;
        return SendAsync(() => Submission.Of(page, button, values ?? [], upload: null));
    }

    private Task FollowAsync(string link) => GoAsync(Page.Link(link));

    private Task GoAsync(string path) => GoAsync(new Uri(site.Address, path));

    private async Task GoAsync(Uri address)
    {
        _sent = null;
        using var limit = new CancellationTokenSource(LongestPage);
        await _browser.OpenAsync(address, limit.Token);
    }

    private async Task SendAsync(Func<HttpRequestMessage> form)
    {
        _sent = form;
        using var limit = new CancellationTokenSource(LongestPage);
        await _browser.SendAsync(form(), limit.Token);
    }

    private static HttpRequestMessage Form(Uri address, Dictionary<string, string> fields) => new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };

    private bool IsAt(string page) => Page.Address.AbsolutePath.EndsWith($"/{page}", StringComparison.Ordinal);

    private bool Has(string text) => Page.Document.QuerySelectorAll("a, button").Any(element => Shown.Clean(element.TextContent).Contains(text, StringComparison.Ordinal));

    // Every answer of the service, whatever it was asked for.
    private void Look(Uri address, HttpStatusCode status, string text)
    {
        if (address.Authority != site.Address.Authority)
            return;
        var caseId = CaseBook.CaseOf(address);
        _case = caseId ?? _case;
        var isMixed = canary.IsForeignIn(text);
        foreach (var number in CaseBook.NumbersIn(text))
        {
            isMixed |= _case is not null && !book.Agrees(_case, number, canary);
            if (!_numbers.Contains(number))
                _numbers.Add(number);
        }

        // These two show who is logged in.
        if (status is HttpStatusCode.OK && caseId is not null && (address.AbsolutePath.EndsWith("/formular", StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/zusammenfassung", StringComparison.Ordinal)))
            isMixed |= !canary.IsIn(text);
        if (isMixed)
            (book.IsMixedUp, _mixed) = (true, _mixed + 1);
    }
}
