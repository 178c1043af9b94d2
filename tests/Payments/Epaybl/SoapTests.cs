using System.Net;
using System.Xml.Linq;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>The SOAP interface: what is sent in both styles, and what answers in both styles mean.</summary>
public sealed class SoapTests
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Encoding = "http://schemas.xmlsoap.org/soap/encoding/";

    [Theory]
    [InlineData(EpayblListStyle.Version2)]
    [InlineData(EpayblListStyle.Version3)]
    public async Task A_payment_is_customer_claim_and_clean_up(EpayblListStyle style)
    {
        var peer = new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, style)));
        using var app = EpayblApplication.Soap(peer, style);

        var outcome = await app.Client.BookAsync(EpayblApplication.List());

        outcome.Should().Be(new EpayblBookingOutcome.Created("8142000000001", app.Client.PayPageOf("8142000000001", "k-1", EpayblApplication.List().Addresses), 96m, "EP1"));
        peer.Asked.Select(asked => Operation(asked.Body).Name.LocalName).Should().Equal("anlegenKunde", "anlegenKassenzeichenMitZahlverfahrenlisteMitBLP", "loeschenKunde");
        Names(Operation(peer.Asked[0].Body)).Should().Equal("mandantNr", "bewirtschafterNr", "kunde");
        Names(Operation(peer.Asked[1].Body)).Should().Equal("mandantNr", "eShopKundenNr", "buchungsListe", "lieferAdresse", "buchungText", "zahlverfahrenListe", "buchungslisteParameterSet");
        Names(Operation(peer.Asked[2].Body)).Should().Equal("mandantNr", "bewirtschafterNr", "EShopKundenNr");
    }

    [Fact]
    public async Task Version_2_writes_plain_arrays()
    {
        var booked = await BookedAsync(EpayblListStyle.Version2);

        var bookings = booked.Descendants("buchungen").Single();
        ((string?)bookings.Attribute(Instance + "type")).Should().Be("soapenc:Array");
        ((string?)bookings.Attribute(Encoding + "arrayType")).Should().Be("ep:Buchung[1]");
        bookings.Elements().Select(item => item.Name.LocalName).Should().Equal("item");
        booked.Element("zahlverfahrenListe")!.Elements("item").Select(item => item.Value).Should().Equal("KREDITKARTE", "PAYPAL");
        ((string?)booked.Element("buchungslisteParameterSet")!.Element("buchungsListeParameter")!.Attribute(Encoding + "arrayType")).Should().Be("ep:BuchungsListeParameter[1]");
    }

    [Fact]
    public async Task Version_3_writes_lists_of_their_own()
    {
        var booked = await BookedAsync(EpayblListStyle.Version3);

        var bookings = booked.Element("buchungsListe")!.Element("buchungen")!;
        ((string?)bookings.Attribute(Instance + "type")).Should().Be("ep:BuchungList");
        bookings.Elements("buchungen").Should().ContainSingle().Which.Element("betrag")!.Attribute(Instance + "type")!.Value.Should().Be("xsd:decimal");
        booked.Element("zahlverfahrenListe")!.Elements("stringList").Select(item => item.Value).Should().Equal("KREDITKARTE", "PAYPAL");
        booked.Element("buchungslisteParameterSet")!.Elements("buchungslistenParameter").Should().ContainSingle().Which.Element("wert")!.Value.Should().Be("authorization");
        booked.Element("buchungsListe")!.Element("faelligkeitsdatum")!.Value.Should().Be("2027-02-01T00:30:00+01:00");
        booked.Element("buchungsListe")!.Element("betrag")!.Value.Should().Be("96.00");
        ((string?)booked.Element("lieferAdresse")!.Attribute(Instance + "nil")).Should().Be("true");
    }

    [Theory]
    [InlineData(EpayblListStyle.Version2, HttpStatusCode.OK)]
    [InlineData(EpayblListStyle.Version3, HttpStatusCode.OK)]
    [InlineData(EpayblListStyle.Version3, HttpStatusCode.InternalServerError)]
    public async Task A_kassenzeichen_is_looked_up_whatever_http_says(EpayblListStyle style, HttpStatusCode status)
    {
        using var app = EpayblApplication.Soap(new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, style), status)), style);

        (await app.Client.GetKassenzeichenAsync("8142000000001")).Should().Be(new KassenzeichenInfo
        {
            Kassenzeichen = "8142000000001",
            Saldo = 96m,
            Claims = 96m,
            Cancellations = 0m,
            Receipts = 96m,
            Debits = 0m,
            ReturnDebits = 96m,
            OtherBookings = 0m,
            Method = EpayblPaymentMethod.CreditCard,
            PayPageStatus = EpayblPayPageStatus.Finished,
            EPaymentId = "EP1",
        });
    }

    [Fact]
    public async Task A_transaction_is_looked_up()
    {
        using var app = EpayblApplication.Soap(new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, EpayblListStyle.Version3))));
        using var none = EpayblApplication.Soap(new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, EpayblListStyle.Version3, "-8404"))));

        (await app.Client.FindTransactionAsync("t-1")).Should().Be(new EpayblTransaction.Found("8142000000001", 96m, "EP1"));
        (await none.Client.FindTransactionAsync("t-1")).Should().Be(new EpayblTransaction.NotFound());
    }

    [Theory]
    [InlineData("-0120", "EP1", "the account exists after a lost answer")]
    [InlineData("-4711", "EP1", "a code that nobody knows proves nothing")]
    public async Task An_account_that_cannot_be_made_does_not_end_the_booking(string code, string reference, string because)
    {
        using var app = EpayblApplication.Soap(new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, EpayblListStyle.Version3, body.Contains("anlegenKunde", StringComparison.Ordinal) ? code : "+0000"))));

        (await app.Client.BookAsync(EpayblApplication.List())).Should().BeOfType<EpayblBookingOutcome.Created>(because).Which.EPaymentId.Should().Be(reference);
        app.Logged.Should().Contain(code).And.NotContain("Ungenannt");
    }

    [Fact]
    public async Task An_account_that_breaks_a_rule_ends_it()
    {
        var peer = new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, EpayblListStyle.Version3, "-0103")));
        using var app = EpayblApplication.Soap(peer);

        (await ((Func<Task>)(() => app.Client.BookAsync(EpayblApplication.List()))).Should().ThrowAsync<PaymentException>()).Which.Should().BeEquivalentTo(
            new { Code = PaymentErrors.OrderRefused, CorrelationId = "EP1", ResultCode = new EpayblResultCode("-0103") });
        peer.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task A_clean_up_that_fails_is_logged_and_changes_nothing()
    {
        using var app = EpayblApplication.Soap(new EpayblPeer((_, body) => body.Contains("loeschenKunde", StringComparison.Ordinal)
            ? EpayblPeer.Of("<html/>", HttpStatusCode.BadGateway, "text/html")
            : EpayblPeer.Of(SoapAnswers.To(body, EpayblListStyle.Version3))));

        (await app.Client.BookAsync(EpayblApplication.List())).Should().BeOfType<EpayblBookingOutcome.Created>();
        app.Logged.Should().Contain(PaymentErrors.ServiceUnavailable);
    }

    [Fact]
    public async Task A_fault_leaves_the_outcome_open_and_its_text_is_not_repeated()
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(SoapAnswers.Fault("Kunde Erika Mustermann"), HttpStatusCode.InternalServerError, "text/xml"));

        var fault = (await ((Func<Task>)(() => app.Client.BookAsync(EpayblApplication.List()))).Should().ThrowAsync<PaymentException>()).Which;

        fault.Should().BeEquivalentTo(new { Code = PaymentErrors.ServiceUnavailable, IsTransient = true });
        fault.Message.Should().Contain("Server").And.NotContain("Erika");
    }

    [Theory]
    [InlineData("<istOk>false</istOk><code>+0000</code>")]
    [InlineData("<istOk>true</istOk>")]
    [InlineData("<istOk>true</istOk><code>+0000</code><code>-0531</code>")]
    public async Task An_outcome_that_contradicts_itself_is_unreadable(string outcome)
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(SoapAnswers.Envelope($"<r><isAliveReturn>{outcome}</isAliveReturn></r>"), type: "text/xml"));

        (await ((Func<Task>)(() => app.Client.GetStatusAsync())).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }

    [Theory]
    [InlineData("<isAliveReturn>true</isAliveReturn>", true)]
    [InlineData("<isAliveReturn>false</isAliveReturn>", false)]
    [InlineData("<isAliveReturn><istOk>true</istOk><code>+0000</code></isAliveReturn>", true)]
    [InlineData("<isAliveReturn><istOk>false</istOk><text><code>-0014</code></text></isAliveReturn>", false)]
    public async Task The_service_says_whether_it_is_there(string result, bool isAlive)
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(SoapAnswers.Envelope($"<r>{result}</r>"), type: "text/xml"));

        (await app.Client.GetStatusAsync()).IsAlive.Should().Be(isAlive);
    }

    [Fact]
    public async Task A_pay_page_that_cannot_be_kept_is_said_before_anything_is_sent()
    {
        var peer = EpayblPeer.Saying("");
        using var app = EpayblApplication.Soap(peer);
        var list = EpayblApplication.List() with { Addresses = new EpayblAddresses { Success = new Uri("https://dienst.example/" + new string('a', 1100)) } };

        var book = () => app.Client.BookAsync(list);

        (await book.Should().ThrowAsync<PaymentException>()).Which.Findings.Should().ContainSingle().Which.Field.Should().Be("Addresses");
        peer.Asked.Should().BeEmpty();
    }

    [Fact]
    public void The_pay_page_carries_its_addresses_escaped()
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(""));

        app.Client.PayPageOf("8142", "k-1", EpayblApplication.List().Addresses)!.AbsoluteUri.Should().Be(
            "https://bezahlen.example/paypage?mandant=M1&EShopKundenNr=k-1&kassenzeichen=8142&backlinkSuccess=https%3A%2F%2Fdienst.example%2Fzurueck%3Fa%3D1%26b%3D2&backlinkAbort=https%3A%2F%2Fdienst.example%2Fabbruch");
    }

    private static async Task<XElement> BookedAsync(EpayblListStyle style)
    {
        var peer = new EpayblPeer((_, body) => EpayblPeer.Of(SoapAnswers.To(body, style)));
        using var app = EpayblApplication.Soap(peer, style);
        await app.Client.BookAsync(EpayblApplication.List() with { Parameters = new Dictionary<string, string> { ["ppCCaction"] = "authorization" } });
        return Operation(peer.Asked[1].Body);
    }

    private static XElement Operation(string body) => XDocument.Parse(body).Root!.Elements().Single().Elements().Single();

    private static IEnumerable<string> Names(XElement operation) => operation.Elements().Select(element => element.Name.ToString());
}
