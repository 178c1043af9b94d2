using System.Net;
using System.Text.Json.Nodes;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>The REST connector: what is sent, and what its answers mean.</summary>
public sealed class RestTests
{
    private const string Ok = "\"ergebnis\":{\"rc\":\"+0000\",\"ergebnistext\":\"OK\"}";

    [Fact]
    public async Task A_booking_list_is_written_as_integrators_write_it()
    {
        var peer = EpayblPeer.Saying($"{{{Ok},\"zahlvorgangsInfo\":{{\"rechnungUrls\":{{\"PAYPAGE\":\"https://bezahlen.example/p?mandant=M1&kassenzeichen=8142000000001\"}}}}}}");
        using var app = new EpayblApplication(peer);

        var outcome = await app.Client.BookAsync(EpayblApplication.List());

        outcome.Should().Be(new EpayblBookingOutcome.Created("8142000000001", new Uri("https://bezahlen.example/p?mandant=M1&kassenzeichen=8142000000001"), null, null));
        var (method, address, body) = peer.Asked.Should().ContainSingle().Subject;
        (method, address).Should().Be((HttpMethod.Post, "https://epaybl.example/konnektor/epayment/fachverfahren/v1_0/mandanten/M1/bewirtschafter/BW1/buchungslisten"));
        JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse("""
            {
              "kassenzeichennummer": null, "faelligkeitsdatum": "01.02.2027 00:30:00", "waehrungskennzeichen": "EUR", "kennzeichenMahnverfahren": "11000", "transaktionsnummer": "t-1",
              "zahlverfahrencodes": ["KREDITKARTE", "PAYPAL"],
              "buchungen": [{ "bruttobetrag": 96.00, "nettobetrag": 96.00, "steuerbetrag": 0.00, "id": null, "buchungstext": "Hundesteuer 2027", "kontierung": { "haushaltstelle": "1100.1", "objektnummer": "7" } }],
              "beschreibung": null,
              "kunde": { "name": "Ungenannt", "vorname": null, "typ": "TEMPORAER", "kundennummer": "k-1", "firmenkunde": false },
              "buchungslistenparameter": null,
              "fachverfahrendaten": { "notifyUrl": null, "successUrl": "https://dienst.example/zurueck?a=1&b=2", "errorUrl": "https://dienst.example/abbruch", "cancelUrl": "https://dienst.example/abbruch" },
              "zahltyp": "PAYPAGE", "betrag": 96.00
            }
            """)).Should().BeTrue(body);
    }

    [Fact]
    public async Task Methods_come_with_their_limits_and_unknown_ones_too()
    {
        using var app = new EpayblApplication(EpayblPeer.Saying($$"""
            { {{Ok}}, "zahlverfahren": [
              { "zahlverfahrencode": "KREDITKARTE", "minimalbetrag": 0.5, "maximalbetrag": 5000, "zvp": "X", "neu": {} },
              { "zahlverfahrencode": "WERO", "minimalbetrag": null }] }
            """));

        var offers = (await app.Client.GetMethodsAsync()).Should().BeOfType<EpayblMethods.Offered>().Which.Offers;

        offers.Should().Equal(
            new EpayblMethodOffer(EpayblPaymentMethod.CreditCard, new Euro(0.5m), new Euro(5000m), "X"),
            new EpayblMethodOffer(new EpayblPaymentMethod("WERO"), null, null, null));
        offers[0].Allows(new Euro(0.49m)).Should().BeFalse();
        offers[0].Allows(new Euro(0.5m)).Should().BeTrue();
        offers[0].Allows(new Euro(5000.01m)).Should().BeFalse();
        offers[1].Allows(new Euro(999_999m)).Should().BeTrue();
    }

    [Fact]
    public async Task A_kassenzeichen_is_looked_up()
    {
        var peer = EpayblPeer.Saying($$"""{ {{Ok}}, "kassenzeichen": { "zusatzdaten": { "paypagestatus": "INAKTIV", "bezahlverfahren": "PAYPAL", "saldo": -1.5 } } }""");
        using var app = new EpayblApplication(peer);

        (await app.Client.GetKassenzeichenAsync("8142")).Should().Be(new KassenzeichenInfo
        {
            Kassenzeichen = "8142",
            Saldo = -1.5m,
            Method = EpayblPaymentMethod.PayPal,
            PayPageStatus = EpayblPayPageStatus.Finished,
        });
        peer.Asked.Single().Address.Should().EndWith("/kassenzeichen/8142");
    }

    [Theory]
    [InlineData("-8404")]
    [InlineData("-008404")]
    public async Task A_code_that_the_settings_name_says_that_there_is_none(string code)
    {
        using var app = new EpayblApplication(EpayblPeer.Saying($"{{\"ergebnis\":{{\"rc\":\"{code}\"}}}}"));

        (await app.Client.GetKassenzeichenAsync("8142")).Should().BeNull();
    }

    [Theory]
    [InlineData("-0020", PaymentErrors.AccessDenied, false)]
    [InlineData("-0012", PaymentErrors.BackEndMisconfigured, false)]
    [InlineData("-9977", PaymentErrors.BackEndMisconfigured, false)]
    [InlineData("-0506", PaymentErrors.OrderRefused, false)]
    [InlineData("-0516", PaymentErrors.OrderRefused, false)]
    [InlineData("-9999", PaymentErrors.OutcomeUnknown, true)]
    [InlineData("-0777", PaymentErrors.OutcomeUnknown, true)]
    [InlineData("OK", PaymentErrors.OutcomeUnknown, true)]
    public async Task A_code_decides_though_http_says_ok(string rc, string code, bool isTransient)
    {
        using var app = new EpayblApplication(EpayblPeer.Saying($"{{\"ergebnis\":{{\"rc\":\"{rc}\",\"ergebnistext\":\"Erika Mustermann\"}}}}"));

        var fault = (await ((Func<Task>)(() => app.Client.BookAsync(EpayblApplication.List()))).Should().ThrowAsync<PaymentException>()).Which;

        fault.Should().BeEquivalentTo(new { Code = code, IsTransient = isTransient, ResultCode = new EpayblResultCode(rc), CorrelationId = "t-1" });
        fault.Message.Should().NotContain("Erika");
    }

    [Fact]
    public async Task A_number_and_a_pay_page_that_exist_are_outcomes()
    {
        using var exists = new EpayblApplication(EpayblPeer.Saying("{\"ergebnis\":{\"rc\":\"-531\"}}"));
        using var open = new EpayblApplication(EpayblPeer.Saying("{\"ergebnis\":{\"rc\":\"-0520\"},\"zahlvorgangsInfo\":{\"rechnungUrls\":{\"PAYPAGE\":\"https://bezahlen.example/p\"}}}", HttpStatusCode.Conflict));

        (await exists.Client.BookAsync(EpayblApplication.List())).Should().Be(new EpayblBookingOutcome.TransactionExists(new EpayblResultCode("-0531"), null));
        (await open.Client.BookAsync(EpayblApplication.List())).Should().Be(new EpayblBookingOutcome.PayPageOpen(new Uri("https://bezahlen.example/p"), new EpayblResultCode("-0520"), null));
    }

    [Fact]
    public async Task What_the_connector_does_not_have_is_said_and_not_tried()
    {
        var peer = EpayblPeer.Saying("");
        using var app = new EpayblApplication(peer);

        (await app.Client.FindTransactionAsync("t-1")).Should().BeOfType<EpayblTransaction.NotSupported>().Which.Reason.Should().Contain("REST");
        app.Client.PayPageOf("8142", "k-1", EpayblApplication.List().Addresses).Should().BeNull();
        peer.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("../../status")]
    [InlineData("8142?x=1")]
    [InlineData("1234567890123456789012345678901")]
    public async Task A_key_that_would_be_another_address_is_not_sent(string key)
    {
        var peer = EpayblPeer.Saying("");
        using var app = new EpayblApplication(peer);

        await ((Func<Task>)(() => app.Client.GetKassenzeichenAsync(key))).Should().ThrowAsync<ArgumentException>();
        peer.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://bezahlen.example/p")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/p")]
    public async Task A_pay_page_that_is_no_https_address_is_unreadable_in_earnest(string page)
    {
        using var app = new EpayblApplication(
            EpayblPeer.Saying($"{{{Ok},\"zahlvorgangsInfo\":{{\"rechnungUrls\":{{\"PAYPAGE\":\"{page}\"}}}}}}"), ("Environment", "Test"));

        (await ((Func<Task>)(() => app.Client.BookAsync(EpayblApplication.List()))).Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }
}
