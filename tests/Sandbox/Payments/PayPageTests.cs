using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Payments;

/// <summary>The pay page, its buttons, the amounts with a special effect, and what survives a restart.</summary>
public sealed class PayPageTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-payments-").FullName;
    private readonly Ahead _clock = new();
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SandboxServer _sandbox = null!;
    private PaymentClientByHand _client = null!;

    public ValueTask InitializeAsync() => new(StartAsync());

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _browser.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Paid", "96", "PAYED", "PAYED")]
    [InlineData("Failed", "96", "FAILED", "FAILED")]
    [InlineData("Canceled", "96", "CANCELED", "CANCELED")]
    [InlineData("Paid", "96.91", "INITIAL", "PAYED")]
    [InlineData("Paid", "96.92", "PAYED", "PAYED")]
    [InlineData("Paid", "96.93", "INITIAL", "INITIAL")]
    [InlineData("Canceled", "96.94", "CANCELED", "PAYED")]
    public async Task A_button_and_the_amount_decide_the_status(string choice, string amount, string atOnce, string later)
    {
        var created = await _client.CreatedAsync(PaymentClientByHand.Valid(amount: decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));

        (await PressAsync(created["transactionRedirectUrl"]!.GetValue<string>(), choice)).Should().Be("http://localhost:5999/zurueck");

        (await StatusAsync()).Should().Be(atOnce);
        _clock.Seconds = 11;
        (await StatusAsync()).Should().Be(later);
    }

    [Fact]
    public async Task The_first_button_counts()
    {
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();

        await PressAsync(page, "Canceled");
        await PressAsync(page, "Paid");

        (await StatusAsync()).Should().Be("CANCELED");
    }

    [Fact]
    public async Task The_ledger_survives_a_restart()
    {
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();
        await PressAsync(page, "Paid");
        var before = (await _client.FoundAsync("req-1"))["transactionReference"]!.GetValue<string>();

        await StopAsync();
        await StartAsync();

        var after = await _client.FoundAsync("req-1");
        after["status"]!.GetValue<string>().Should().Be("PAYED");
        after["transactionReference"]!.GetValue<string>().Should().Be(before);
    }

    [Fact]
    public async Task The_pages_have_language_heading_and_named_buttons()
    {
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();
        foreach (var address in new[] { page, new Uri(_sandbox.Address, "/payments").AbsoluteUri })
        {
            var document = await OpenAsync(address);
            document.DocumentElement.GetAttribute("lang").Should().Be("de");
            document.Title.Should().NotBeNullOrWhiteSpace();
            document.QuerySelectorAll("h1").Should().ContainSingle();
            document.QuerySelectorAll("main").Should().ContainSingle();
            document.QuerySelectorAll("th:not([scope])").Should().BeEmpty();
        }

        (await OpenAsync(page)).QuerySelectorAll("form button").Select(button => button.TextContent).Should().Equal("Bezahlen", "Fehlgeschlagen", "Abbrechen");
    }

    [Fact]
    public async Task The_ledger_begins_with_what_people_look_for()
    {
        var entry = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();

        var document = await OpenAsync(new Uri(_sandbox.Address, "/payments").AbsoluteUri);

        document.QuerySelectorAll("thead th").Select(head => head.TextContent).Should().StartWith(["Verwendungszweck", "Betrag", "Status"]);
        document.QuerySelector("tbody td:first-child a")!.GetAttribute("href").Should().Be(new Uri(entry).AbsolutePath);
        document.QuerySelector("div.scroll")!.GetAttribute("tabindex").Should().Be("0");
    }

    [Fact]
    public async Task An_unknown_payment_is_a_page_and_an_unknown_button_is_refused()
    {
        using var unknown = await _browser.GetAsync(new Uri(_sandbox.Address, "/payments/pay/unknown"));
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();

        foreach (var choice in new[] { "Free", "7", "0", "paid", "Paid,Failed", "" })
        {
            using var form = new FormUrlEncodedContent([new("choice", choice)]);
            using var answer = await _browser.PostAsync(page, form);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, "{0} is no button", choice);
        }

        (await StatusAsync()).Should().Be("INITIAL");
    }

    [Theory]
    [InlineData("http://müller.example/zurück?an=ß", "http://xn--mller-kva.example/zur%C3%BCck?an=%C3%9F", "http://xn--mller-kva.example")]
    [InlineData("http://;sandbox;x@localhost:5999/", "http://;sandbox;x@localhost:5999/", "http://localhost:5999")]
    [InlineData("http://localhost/\"><script>alert(1)</script>", "http://localhost/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "http://localhost")]
    [InlineData("http://localhost/a\r\nX: y", "http://localhost/a%0D%0AX:%20y", "http://localhost")]
    [InlineData("http://[::1]:5999/zurueck", "http://[::1]:5999/zurueck", "http://[::1]:5999")]
    public async Task Whatever_address_an_application_names_is_returned_to_and_breaks_no_header(string redirectUrl, string location, string origin)
    {
        var request = PaymentClientByHand.Valid();
        request["redirectUrl"] = redirectUrl;
        var page = (await _client.CreatedAsync(request))["transactionRedirectUrl"]!.GetValue<string>();

        using var shown = await _browser.GetAsync(page);
        shown.StatusCode.Should().Be(HttpStatusCode.OK);
        shown.Headers.GetValues("Content-Security-Policy").Single().Should().EndWith($"; form-action 'self' {origin}");
        using var form = new FormUrlEncodedContent([new("choice", "Paid")]);
        using var answer = await _browser.PostAsync(page, form);

        answer.Headers.GetValues("Location").Should().Equal(location);
        (await OpenAsync(page)).Scripts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_button_that_has_no_effect_yet_is_not_called_the_end()
    {
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid(amount: 96.91m)))["transactionRedirectUrl"]!.GetValue<string>();
        await PressAsync(page, "Paid");

        (await OpenAsync(page)).Body!.TextContent.Should().Contain("INITIAL").And.NotContain("abgeschlossen");
        _clock.Seconds = 11;
        (await OpenAsync(page)).Body!.TextContent.Should().Contain("PAYED").And.Contain("abgeschlossen");
    }

    [Fact]
    public async Task A_form_of_two_thousand_fields_is_refused()
    {
        var page = (await _client.CreatedAsync(PaymentClientByHand.Valid()))["transactionRedirectUrl"]!.GetValue<string>();
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"a{i}", "1")));

        using var answer = await _browser.PostAsync(page, form);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private async Task<IHtmlDocument> OpenAsync(string address) => await new HtmlParser().ParseDocumentAsync(await _browser.GetStringAsync(address));

    private async Task<string> PressAsync(string page, string choice)
    {
        using var form = new FormUrlEncodedContent([new("choice", choice)]);
        using var answer = await _browser.PostAsync(page, form);
        answer.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.AbsoluteUri;
    }

    private async Task<string> StatusAsync() => (await _client.FoundAsync("req-1"))["status"]!.GetValue<string>();

    private async Task StartAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { StatePath = _folder, TimeProvider = _clock });
        _client = new PaymentClientByHand(_sandbox);
    }

    private async Task StopAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    private sealed class Ahead : TimeProvider
    {
        public int Seconds { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddSeconds(Seconds);
    }
}
