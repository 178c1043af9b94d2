using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox.Payments;

/// <summary>What the payment service refuses, rule by rule.</summary>
public sealed class RequestRuleTests(RequestRuleTests.Service service) : IClassFixture<RequestRuleTests.Service>
{
    private readonly PaymentClientByHand _client = service.Client;

    public static TheoryData<string, string?, string> Broken { get; } = new()
    {
        { "requestId", null, "VALIDATION_ERROR" },
        { "requestId", "\"with blank \"", "VALIDATION_ERROR" },
        { "requestId", $"\"{new string('a', 37)}\"", "VALIDATION_ERROR" },
        { "requestTimestamp", "\"24.11.2026\"", "VALIDATION_ERROR" },
        { "requestTimestamp", "\"2026-11-24T05:00:00\"", "VALIDATION_ERROR" },
        { "currency", "\"USD\"", "VALIDATION_ERROR" },
        { "grosAmount", null, "VALIDATION_ERROR" },
        { "grosAmount", "-1", "VALIDATION_ERROR" },
        { "grosAmount", "96.001", "VALIDATION_ERROR" },
        { "grosAmount", "1000000", "VALIDATION_ERROR" },
        { "grosAmount", "\"96\"", "VALIDATION_ERROR" },
        { "grosAmount", "95.99", "CALCULATION_ERROR" },
        { "purpose", null, "VALIDATION_ERROR" },
        { "purpose", "\"Gebühr\"", "VALIDATION_ERROR" },
        { "purpose", $"\"{new string('a', 28)}\"", "VALIDATION_ERROR" },
        { "description", "\"a; b\"", "VALIDATION_ERROR" },
        { "description", $"\"{new string('a', 251)}\"", "VALIDATION_ERROR" },
        { "redirectUrl", "\"/zurueck\"", "VALIDATION_ERROR" },
        { "redirectUrl", "\"javascript:alert(1)\"", "VALIDATION_ERROR" },
        { "items", "[]", "VALIDATION_ERROR" },
        { "items", "[null]", "VALIDATION_ERROR" },
        { "items.id", "\"ä\"", "VALIDATION_ERROR" },
        { "items.reference", "\"a/b\"", "VALIDATION_ERROR" },
        { "items.description", "\"<b>\"", "VALIDATION_ERROR" },
        { "items.quantity", "0", "VALIDATION_ERROR" },
        { "items.quantity", "2", "CALCULATION_ERROR" },
        { "items.taxRate", "101", "VALIDATION_ERROR" },
        { "items.taxRate", "19", "CALCULATION_ERROR" },
        { "items.totalTaxAmount", "null", "VALIDATION_ERROR" },
        { "items.bookingData", $"{{\"konto\":\"{new string('1', 251)}\"}}", "VALIDATION_ERROR" },
        { "requestor", "{\"gender\":\"X\"}", "VALIDATION_ERROR" },
        { "requestor", "{\"address\":{\"country\":\"DEU\"}}", "VALIDATION_ERROR" },
        { "requestor", "{\"address\":{\"houseNumber\":\"123456789012345678901\"}}", "VALIDATION_ERROR" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_refused(string field, string? json, string code)
    {
        var request = PaymentClientByHand.Valid();
        var target = field.StartsWith("items.", StringComparison.Ordinal) ? request["items"]![0]!.AsObject() : request;
        target[field.Split('.')[^1]] = json is null ? null : JsonNode.Parse(json);

        await AssertRefusedAsync(await _client.CreateAsync(request), code);
        (await LedgerAsync()).Should().NotContain(row => row.RequestId == "req-1");
    }

    [Fact]
    public async Task The_same_key_exists_even_with_another_amount()
    {
        (await _client.CreateAsync(PaymentClientByHand.Valid("req-2"))).StatusCode.Should().Be(HttpStatusCode.OK);

        await AssertRefusedAsync(await _client.CreateAsync(PaymentClientByHand.Valid("req-2")), "PAYMENT_EXISTS");
        await AssertRefusedAsync(await _client.CreateAsync(PaymentClientByHand.Valid("req-2", 1m)), "PAYMENT_EXISTS");
        (await LedgerAsync()).Should().ContainSingle(row => row.RequestId == "req-2").Which.Amount.Should().Be(96m);
    }

    [Fact]
    public async Task An_unknown_end_point_and_missing_booking_data_have_codes_of_their_own()
    {
        await AssertRefusedAsync(await _client.CreateAsync(PaymentClientByHand.Valid(), "99000000"), "NO_VALID_ORIGINATOR_OR_ENDPOINT");
        await AssertRefusedAsync(await _client.CreateAsync(PaymentClientByHand.Valid(), "14999999"), "BOOKING_DATA_MISSING");
        (await LedgerAsync()).Should().NotContain(row => row.RequestId == "req-1");
    }

    [Fact]
    public async Task The_status_of_the_service_and_of_an_unknown_payment_are_answered()
    {
        (await _client.StatusAsync()).StatusCode.Should().Be(HttpStatusCode.OK);
        (await _client.GetAsync("unknown")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2026-11-24T05:00:00Z")]
    [InlineData("2026-11-24T06:00:00+01:00")]
    [InlineData("2026-11-24T05:00:00.1234567Z")]
    public async Task A_moment_has_an_offset_and_perhaps_fractions(string moment)
    {
        var request = PaymentClientByHand.Valid($"req-{Guid.NewGuid():N}");
        request["requestTimestamp"] = moment;

        (await _client.CreateAsync(request)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_has_at_most_256_kilobytes_however_it_is_sent(bool inChunks)
    {
        var text = PaymentClientByHand.Valid($"req-{Guid.NewGuid():N}").ToJsonString();

        (await _client.CreateRawAsync(text.PadRight(250_000), inChunks)).StatusCode.Should().Be(HttpStatusCode.OK);
        await AssertRefusedAsync(await _client.CreateRawAsync(text.Replace("req-", "REQ-", StringComparison.Ordinal).PadRight(300_000), inChunks), "VALIDATION_ERROR");
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string code)
    {
        using (answer)
        {
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            (await answer.Content.ReadFromJsonAsync<JsonObject>())!["functionalCode"]!.GetValue<string>().Should().Be(code);
        }
    }

    private async Task<Row[]> LedgerAsync()
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<Row[]>(new Uri(service.Sandbox.Address, "/payments/ledger.json")))!;
    }

    private sealed record Row(string RequestId, decimal Amount);

    /// <summary>One service for all rules.</summary>
    public sealed class Service : IAsyncLifetime
    {
        public SandboxServer Sandbox { get; private set; } = null!;

        internal PaymentClientByHand Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Sandbox = await SandboxServer.StartAsync();
            Client = new PaymentClientByHand(Sandbox);
        }

        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return Sandbox.DisposeAsync();
        }
    }
}
