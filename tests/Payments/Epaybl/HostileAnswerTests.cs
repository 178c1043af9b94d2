using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using CsCheck;

namespace BaseComponents.Tests.Payments.Epaybl;

/// <summary>Whatever a broken or hostile peer answers is a typed fault within the time-out.</summary>
public sealed class HostileAnswerTests
{
    private const string Ok = "\"ergebnis\":{\"rc\":\"+0000\"}";

    private static readonly Dictionary<string, (string Code, Func<HttpResponseMessage> Answer)> Answers = new()
    {
        ["30 MB"] = (PaymentErrors.ServiceUnavailable, () => Of(new ByteArrayContent(new byte[30 * 1024 * 1024]))),
        ["endless"] = (PaymentErrors.ServiceUnavailable, () => Of(new StreamContent(new Endless()))),
        ["silent"] = (PaymentErrors.ServiceUnavailable, () => Of(new StreamContent(new Silent()))),
        ["nothing"] = (PaymentErrors.AnswerUnreadable, () => Text("")),
        ["log-in page"] = (PaymentErrors.AnswerUnreadable, () => Text("<html><body>Anmeldung</body></html>", type: "text/html")),
        ["page of an error"] = (PaymentErrors.ServiceUnavailable, () => Text("<html><body>502</body></html>", HttpStatusCode.BadGateway, "text/html")),
        ["page of a refusal"] = (PaymentErrors.AccessDenied, () => Text("<html><body>403</body></html>", HttpStatusCode.Forbidden, "text/html")),
        ["not found"] = (PaymentErrors.AccessDenied, () => Text("", HttpStatusCode.NotFound)),
        ["elsewhere"] = (PaymentErrors.AccessDenied, Elsewhere),
        ["a code twice"] = (PaymentErrors.AnswerUnreadable, () => Text("{\"ergebnis\":{\"rc\":\"-0531\",\"rc\":\"+0000\"}}")),
        ["an outcome twice"] = (PaymentErrors.AnswerUnreadable, () => Text($"{{{Ok},\"ergebnis\":{{\"rc\":\"+0000\"}}}}")),
        ["a code as a number"] = (PaymentErrors.AnswerUnreadable, () => Text("{\"ergebnis\":{\"rc\":0}}")),
        ["deep JSON"] = (PaymentErrors.AnswerUnreadable, () => Text(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)))),
        ["entities"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>", "<r><x><code>&c;</code></x></r>"))),
        ["a file of this machine"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "<r><x><code>&b;</code></x></r>"))),
        ["deep XML"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))))),
        ["many elements"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x>" + string.Concat(Enumerable.Repeat("<a/>", 20_000)) + "</x></r>"))),
        ["many pieces"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x><code>" + string.Concat(Enumerable.Repeat("<![CDATA[aaaa]]>", 10_000)) + "</code></x></r>"))),
        ["a circle"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x href=\"#a\"/></r><m id=\"a\" href=\"#b\"/><m id=\"b\" href=\"#a\"/>"))),
        ["an id twice"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x href=\"#a\"/></r><m id=\"a\"><code>+0000</code></m><m id=\"a\"><code>-0531</code></m>"))),
        ["a reference outside"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x href=\"https://elsewhere.example/#a\"/></r>"))),
        ["a reference to nothing"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x href=\"#a\"/></r>"))),
        ["two bodies"] = (PaymentErrors.AnswerUnreadable, () => Text(SoapAnswers.Envelope("<r><x><code>+0000</code></x></r></soapenv:Body><soapenv:Body><r/>"))),
        ["another envelope"] = (PaymentErrors.AnswerUnreadable, () => Text("<Envelope><Body><r><x><code>+0000</code></x></r></Body></Envelope>")),
        ["too much around it"] = (PaymentErrors.AnswerUnreadable, () => Text(new string(' ', 5000) + Soap("", "<r><x><code>+0000</code></x></r>"))),
        ["octets of no encoding"] = (PaymentErrors.AnswerUnreadable, () => Of(new ByteArrayContent([.. "<?xml version=\"1.0"u8, .. Enumerable.Repeat((byte)0x81, 680), .. "\"?><a:Envelope xmlns:a=\"http://schemas.xmlsoap.org/soap/envelope/\"></a:Envelope>"u8]))),
        ["half of it"] = (PaymentErrors.AnswerUnreadable, () => Text(Soap("", "<r><x><code>+0000</code>")[..^20])),
    };

    public static TheoryData<string, EpayblProtocol> All { get; } = new(
        from name in Answers.Keys
        from protocol in Enum.GetValues<EpayblProtocol>()
        select (name, protocol));

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_a_typed_fault(string name, EpayblProtocol protocol)
    {
        var (code, answer) = Answers[name];
        using var app = With(protocol, answer);
        var since = Stopwatch.StartNew();

        await AssertFaultAsync(() => app.Client.BookAsync(EpayblApplication.List()), code);
        since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "one call has a second");
        if (name is "endless" or "silent")
            return;
        await AssertFaultAsync(() => app.Client.GetKassenzeichenAsync("8142"), code);
        await AssertFaultAsync(() => app.Client.GetStatusAsync(), code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"zusatzdaten\":{}}")]
    [InlineData("{\"zusatzdaten\":{\"saldo\":\"0.00\"}}")]
    [InlineData("{\"zusatzdaten\":{\"saldo\":0.001}}")]
    [InlineData("{\"zusatzdaten\":{\"saldo\":1e27}}")]
    [InlineData("{\"zusatzdaten\":{\"saldo\":0,\"paypagestatus\":7}}")]
    [InlineData("{\"zusatzdaten\":{\"saldo\":0,\"bezahlverfahren\":\"\\u0000\"}}")]
    public async Task A_saldo_that_is_no_amount_is_never_a_paid_one(string kassenzeichen)
    {
        using var app = new EpayblApplication(EpayblPeer.Saying($"{{{Ok},\"kassenzeichen\":{kassenzeichen}}}"));

        await AssertFaultAsync(() => app.Client.GetKassenzeichenAsync("8142"), PaymentErrors.AnswerUnreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<saldo xsi:nil=\"true\"/>")]
    [InlineData("<saldo>viel</saldo>")]
    [InlineData("<saldo>0,00</saldo>")]
    [InlineData("<saldo>1,234.00</saldo>")]
    [InlineData("<saldo>0.00</saldo><saldo>96.00</saldo>")]
    [InlineData("<saldo><a>0</a></saldo>")]
    [InlineData("<saldo>99999999999999999</saldo>")]
    [InlineData("<saldo>0.00</saldo><kassenzeichen>4711</kassenzeichen>")]
    [InlineData("<saldo>0.00</saldo><waehrung>USD</waehrung>")]
    [InlineData("<saldo>0.00</saldo><betragStornos>x</betragStornos>")]
    public async Task The_same_in_soap(string members)
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(SoapAnswers.Envelope($"<r><x><ergebnis><code>+0000</code></ergebnis>{members}</x></r>"), type: "text/xml"));

        await AssertFaultAsync(() => app.Client.GetKassenzeichenAsync("8142"), PaymentErrors.AnswerUnreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<kassenzeichen>8</kassenzeichen>")]
    [InlineData("<kassenzeichen>81 42</kassenzeichen>")]
    [InlineData("<kassenzeichen>8142</kassenzeichen><betrag>viel</betrag>")]
    [InlineData("<kassenzeichen>8142</kassenzeichen><EShopTransaktionsNr>t-2</EShopTransaktionsNr>")]
    [InlineData("<kassenzeichen>8142</kassenzeichen><waehrungskennzeichen>USD</waehrungskennzeichen>")]
    public async Task A_claim_that_is_not_the_one_asked_for_is_not_taken(string members)
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying(SoapAnswers.Envelope($"<r><x><ergebnis><code>+0000</code></ergebnis><buchungsListe>{members}</buchungsListe></x></r>"), type: "text/xml"));

        await AssertFaultAsync(() => app.Client.FindTransactionAsync("t-1"), PaymentErrors.AnswerUnreadable);
        await AssertFaultAsync(() => app.Client.BookAsync(EpayblApplication.List()), PaymentErrors.AnswerUnreadable);
    }

    [Fact]
    public async Task A_little_around_the_xml_is_cut_off()
    {
        using var app = EpayblApplication.Soap(EpayblPeer.Saying("\r\n-- proxy --\r\n" + Soap("", "<r><x><istOk>1</istOk><code>+0000</code></x></r>") + "\r\n<!-- end -->", type: "text/xml"));

        (await app.Client.GetStatusAsync()).IsAlive.Should().BeTrue();
    }

    [Theory]
    [InlineData(EpayblProtocol.Rest)]
    [InlineData(EpayblProtocol.Soap)]
    public async Task Any_bytes_are_an_outcome_or_a_typed_fault(EpayblProtocol protocol)
    {
        var body = Array.Empty<byte>();
        using var app = With(protocol, () => Of(new ByteArrayContent(body)));
        var good = protocol is EpayblProtocol.Rest
            ? $"{{{Ok},\"kassenzeichen\":{{\"zusatzdaten\":{{\"saldo\":0}}}}}}"
            : Soap("", "<r><x href=\"#a\"/></r><m id=\"a\"><ergebnis><istOk>true</istOk><code>+0000</code></ergebnis><saldo>0.00</saldo></m>");
        var changes = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 20], Gen.String[0, 8]);

        await changes.SampleAsync(async (place, length, insert) =>
        {
            body = Encoding.UTF8.GetBytes(good.Remove(place, Math.Min(length, good.Length - place)).Insert(place, insert));
            try
            {
                (await app.Client.GetKassenzeichenAsync("8142"))?.Kassenzeichen.Should().Be("8142");
            }
            catch (PaymentException fault)
            {
                fault.Code.Should().BeOneOf(PaymentErrors.AnswerUnreadable, PaymentErrors.OutcomeUnknown, PaymentErrors.OrderRefused, PaymentErrors.BackEndMisconfigured, PaymentErrors.AccessDenied, PaymentErrors.ServiceUnavailable);
            }
        }, iter: 1500, threads: 1);
    }

    private static EpayblApplication With(EpayblProtocol protocol, Func<HttpResponseMessage> answer)
    {
        var peer = new EpayblPeer((_, _) =>
        {
            var said = answer();
            // A page is a page; what is hostile inside calls itself what the protocol wants, or it would not be read at all.
            if (said.Content.Headers.ContentType is { MediaType: "application/json" } type && protocol is EpayblProtocol.Soap)
                type.MediaType = "text/xml";
            return said;
        });
        return protocol is EpayblProtocol.Rest ? new EpayblApplication(peer) : EpayblApplication.Soap(peer);
    }

    private static async Task AssertFaultAsync(Func<Task> act, string code)
    {
        var fault = (await act.Should().ThrowAsync<PaymentException>()).Which;
        fault.Code.Should().Be(code);
        fault.Message.Should().NotContain("passwd").And.NotContain("elsewhere");
    }

    private static string Soap(string declaration, string body) =>
        SoapAnswers.Envelope(body).Replace("?>", "?>" + declaration, StringComparison.Ordinal);

    private static HttpResponseMessage Elsewhere()
    {
        var answer = Text("", HttpStatusCode.Found);
        answer.Headers.Location = new Uri("https://elsewhere.example/");
        return answer;
    }

    private static HttpResponseMessage Text(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json") => EpayblPeer.Of(body, status, type);

    private static HttpResponseMessage Of(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    /// <summary>A blank every few milliseconds, for ever.</summary>
    private sealed class Endless : Silent
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(20, cancellationToken);
            buffer.Span[0] = (byte)' ';
            return 1;
        }
    }

    /// <summary>Says nothing and does not end.</summary>
    private class Silent : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
