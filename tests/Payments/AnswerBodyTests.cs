using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BaseComponents.Payments;
using BaseComponents.Payments.Wire;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments;

/// <summary>The body of an answer is read whole, under a limit, into memory that is lent: what is left of it afterwards is what the payment needs.</summary>
public sealed class AnswerBodyTests : IAsyncDisposable
{
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public AnswerBodyTests() => _app = TestApplication.With(_service);

    /// <summary>How a content can hand out its bytes; the limit holds for all of them.</summary>
    public static TheoryData<bool> Ways { get; } = [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_as_long_as_the_limit_is_read(bool isOneWrite)
    {
        var said = await PaidAsync();
        _service.Instead = () => Answer(new Written([.. said, .. Blanks(BoundedAnswerHandler.MaxBytes - said.Length)], isOneWrite));

        (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_that_is_one_byte_longer_is_cut_off(bool isOneWrite)
    {
        var said = await PaidAsync();
        _service.Instead = () => Answer(new Written([.. said, .. Blanks(BoundedAnswerHandler.MaxBytes - said.Length + 1)], isOneWrite));

        await AssertFaultAsync(PaymentErrors.ServiceUnavailable);
    }

    /// <summary>Nothing is unpacked by the package; where an application's own handler does, the limit counts what comes out.</summary>
    [Fact]
    public async Task What_unpacks_beyond_the_limit_is_cut_off()
    {
        var said = await PaidAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(said);
            await gzip.WriteAsync(Blanks(30 * 1024 * 1024));
        }

        _service.Instead = () => Answer(new StreamContent(new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress)));

        await AssertFaultAsync(PaymentErrors.ServiceUnavailable);
    }

    [Fact]
    public async Task A_look_whose_answer_breaks_off_is_repeated()
    {
        var said = await PaidAsync();
        var looks = 0;
        _service.Instead = () => Answer(++looks == 1 ? new Written(said[..^20], isOneWrite: false, breaksOff: true) : new ByteArrayContent(said));

        (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);

        looks.Should().Be(2);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var said = await PaidAsync();
        _service.Instead = () => Answer(new ByteArrayContent([.. Encoding.UTF8.Preamble, .. said]));

        (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    /// <summary>JSON is UTF-8 (RFC 8259), whatever the header says.</summary>
    [Theory]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-16", "utf-8", true)]
    [InlineData("no-such-charset", "utf-8", true)]
    [InlineData("utf-16", "utf-16", false)]
    [InlineData("iso-8859-1", "iso-8859-1", false)]
    public async Task Only_utf_8_is_read(string named, string written, bool isRead)
    {
        var said = Encoding.UTF8.GetString(await PaidAsync()).Replace("\"WERO\"", "\"Überweisung\"", StringComparison.Ordinal);
        _service.Instead = () => Answer(new ByteArrayContent(Encoding.GetEncoding(written).GetBytes(said)), named);

        if (isRead)
            (await _app.Payments.RefreshAsync("case-1"))!.Method.Should().Be(new PaymentMethod("Überweisung"));
        else
            await AssertFaultAsync(PaymentErrors.AnswerUnreadable);
    }

    [Theory]
    [InlineData("transactionUrl")]
    [InlineData("statusDetail")]
    [InlineData("fieldOfTomorrow")]
    public async Task A_field_that_is_not_needed_may_hold_anything_but_depth(string field)
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        var said = _service.Payments[0].ToJson().ToJsonString();
        foreach (var value in (string[])["null", "1e400", "\"\"", "[[1],{\"a\":null}]", "{\"status\":\"FAILED\"}"])
        {
            _service.Instead = () => Answer(With(said, field, value));
            (await _app.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Open, "of {0}", value);
        }

        _service.Instead = () => Answer(With(said, field, new string('[', 20) + new string(']', 20)));
        await AssertFaultAsync(PaymentErrors.AnswerUnreadable);
    }

    [Theory]
    [InlineData("transactionUrl")]
    [InlineData("transactionTimestamp")]
    [InlineData("fieldOfTomorrow")]
    public async Task A_field_that_is_not_needed_is_not_said_twice(string field)
    {
        var said = Encoding.UTF8.GetString(await PaidAsync());
        _service.Instead = () => Answer(With(said, field, $"\"a\",\"{field}\":\"b\""));

        await AssertFaultAsync(PaymentErrors.AnswerUnreadable);
    }

    [Fact]
    public async Task What_a_newer_service_adds_is_kept_after_the_answer_is_gone()
    {
        PaymentTransaction read;
        using (var answer = Answer(new ByteArrayContent(
            """{"paymentInformation":{"transactionUrl":"https://a.example/1","status":"PAYED","statusDetail":"late","new":{"a":[1,"ü"]}},"paymentRequest":{"requestor":{"name":"Mustermann"}}}"""u8.ToArray())))
        {
            answer.Content = await BoundedContent.ReadAsync(answer.Content, BoundedAnswerHandler.MaxBytes, TestContext.Current.CancellationToken);
            read = AnswerReader.Transaction(answer);
        }

        read.PaymentInformation!.Further.Should().HaveCount(2);
        read.PaymentInformation.Further!["statusDetail"].GetString().Should().Be("late");
        read.PaymentInformation.Further["new"].GetRawText().Should().Be("""{"a":[1,"ü"]}""");
    }

    /// <summary>Lent memory that went back too early would show one payment the answer of another.</summary>
    [Fact]
    public async Task Looks_at_once_do_not_mix_their_answers()
    {
        var cases = Enumerable.Range(0, 64).Select(static number => $"case-{number}").ToList();
        foreach (var name in cases)
            await _app.Payments.StartAsync(Orders.DogTax(name));
        var expected = cases.Zip(_service.Payments.Select(static payment => payment.TransactionId)).ToDictionary();
        // Of different lengths, so that memory is lent in different sizes.
        _service.Alter = static answer => answer["fieldOfTomorrow"] = new string('x', Random.Shared.Next(40_000));

        await Parallel.ForEachAsync(Enumerable.Repeat(cases, 10).SelectMany(static names => names), TestContext.Current.CancellationToken, async (name, token) =>
        {
            var seen = await _app.Payments.RefreshAsync(name, token);
            seen.Should().BeEquivalentTo(new { TransactionId = expected[name], State = PaymentState.Open, PayPage = new Uri($"https://bezahlen.example/{expected[name]}") });
        });
    }

    [Fact]
    public void A_pay_page_that_is_stored_is_judged_again()
    {
        const string Page = "http://bezahlen.example/1";
        var answer = new PaymentTransaction
        {
            PaymentInformation = new PaymentInformation { Status = "INITIAL", TransactionRedirectUrl = Page },
            PaymentRequest = new EchoedRequest { RequestId = "1", Currency = "EUR", GrosAmount = 96 },
        };
        var stored = new Uri(Page);

        ObservationReader.Read(new PaymentsOptions { Environment = PaymentEnvironment.Sandbox }, answer, "1", stored).PayPage.Should().BeSameAs(stored);
        var read = () => ObservationReader.Read(new PaymentsOptions { Environment = PaymentEnvironment.Production }, answer, "1", stored);

        read.Should().Throw<PaymentException>().Which.Code.Should().Be(PaymentErrors.AnswerUnreadable);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static byte[] Blanks(int count) => Encoding.UTF8.GetBytes(new string(' ', count));

    private static ByteArrayContent With(string said, string field, string value) =>
        new(Encoding.UTF8.GetBytes(said.Replace("\"status\":", $"\"{field}\":{value},\"status\":", StringComparison.Ordinal)));

    private static HttpResponseMessage Answer(HttpContent content, string? charset = null)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private async Task<byte[]> PaidAsync()
    {
        await _app.Payments.StartAsync(Orders.DogTax());
        var payment = _service.Payments.Single();
        payment.Status = "PAYED";
        return Encoding.UTF8.GetBytes(payment.ToJson().ToJsonString());
    }

    private async Task AssertFaultAsync(string code)
    {
        var refresh = () => _app.Payments.RefreshAsync("case-1");

        (await refresh.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(code);
        (await _app.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
    }

    /// <summary>A content that can only be written into another stream, as an application's own may be.</summary>
    private sealed class Written(byte[] bytes, bool isOneWrite, bool breaksOff = false) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var part in bytes.Chunk(isOneWrite ? bytes.Length : 1_000))
                await stream.WriteAsync(part);
            if (breaksOff)
                throw new IOException("The connection was reset.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
