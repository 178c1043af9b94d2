using System.Net;
using System.Net.Http.Json;
using BaseComponents.Sandbox;
using BaseComponents.Tests.Sandbox.Payments;

namespace BaseComponents.Tests.Sandbox;

/// <summary>Pages of somebody else, open in a browser of this machine: they press no button here and read no page.</summary>
public sealed class ForeignPagesTests(ForeignPagesTests.Running running) : IClassFixture<ForeignPagesTests.Running>
{
    private readonly Uri _address = running.Sandbox.Address;
    private readonly HttpClient _browser = running.Browser;

    public static TheoryData<string, string> Foreign { get; } = new()
    {
        { "Origin", "http://localhost:5999" },
        { "Origin", "http://127.0.0.1:5999" },
        { "Origin", "https://evil.example" },
        { "Origin", "null" },
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "same-site" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task They_pay_nothing(string header, string value)
    {
        var requestId = $"req-{Guid.NewGuid():N}";
        var page = (await running.Payments.CreatedAsync(PaymentClientByHand.Valid(requestId)))["transactionRedirectUrl"]!.GetValue<string>();

        (await SendAsync(HttpMethod.Post, page, Form(("choice", "Paid")), (header, value))).Should().Be(HttpStatusCode.Forbidden);

        (await running.Payments.FoundAsync(requestId))["status"]!.GetValue<string>().Should().Be("INITIAL");
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task They_arm_and_lift_no_fault(string header, string value)
    {
        await ArmAsync("mail.busy");
        try
        {
            (await SendAsync(HttpMethod.Post, "_sandbox/faults", JsonContent.Create(new { name = "eid.wrong-acr" }), (header, value))).Should().Be(HttpStatusCode.Forbidden);
            (await SendAsync(HttpMethod.Post, "_sandbox/faults/arm", Form(("name", "eid.wrong-acr")), (header, value))).Should().Be(HttpStatusCode.Forbidden);
            (await SendAsync(HttpMethod.Post, "_sandbox/faults/clear", Form(), (header, value))).Should().Be(HttpStatusCode.Forbidden);
            (await SendAsync(HttpMethod.Delete, "_sandbox/faults", null, (header, value))).Should().Be(HttpStatusCode.Forbidden);

            (await ArmedAsync()).Should().Equal("mail.busy");
        }
        finally
        {
            using var cleared = await _browser.DeleteAsync(new Uri(_address, "_sandbox/faults"));
        }
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task They_log_nobody_in(string header, string value) =>
        (await SendAsync(HttpMethod.Post, "broker/authorize", Form(("person", "erika"), ("ticket", "x")), (header, value))).Should().Be(HttpStatusCode.Forbidden);

    [Theory]
    [InlineData("/")]
    [InlineData("/mail/list.json")]
    [InlineData("/mail/keys/steueramt@freiberg.amt.example.pem")]
    [InlineData("/payments/ledger.json")]
    [InlineData("/broker/persons")]
    [InlineData("/broker/.well-known/openid-configuration")]
    public async Task They_read_nothing_by_a_name_of_their_own_for_this_machine(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_address, path)) { Headers = { Host = $"evil.example:{_address.Port}" } };
        using var answer = await _browser.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        (await answer.Content.ReadAsStringAsync()).Should().NotContainAny("PRIVATE KEY", "Erika", "jwks");
    }

    [Theory]
    [InlineData("Origin", null)]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Own_pages_and_programs_are_served(string header, string? value)
    {
        (await SendAsync(HttpMethod.Delete, "_sandbox/faults", null, (header, value ?? _address.GetLeftPart(UriPartial.Authority)))).Should().Be(HttpStatusCode.NoContent);
        (await SendAsync(HttpMethod.Get, $"http://localhost:{_address.Port}/", null, ("Accept", "*/*"))).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Pages_tell_their_own_buttons_where_they_stand()
    {
        using var answer = await _browser.GetAsync(_address);

        answer.Headers.GetValues("Referrer-Policy").Should().Equal(["same-origin"], "with no-referrer a browser would send Origin: null from our own buttons, too");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(method, new Uri(_address, path)) { Content = content };
        request.Headers.Add(header.Name, header.Value);
        using var answer = await _browser.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task ArmAsync(string name) => (await _browser.PostAsJsonAsync(new Uri(_address, "_sandbox/faults"), new { name })).EnsureSuccessStatusCode();

    private async Task<IEnumerable<string>> ArmedAsync() =>
        (await _browser.GetFromJsonAsync<Faults>(new Uri(_address, "_sandbox/faults")))!.Armed.Select(fault => fault.Name);

    private sealed record Faults(IReadOnlyList<Fault> Armed);

    private sealed record Fault(string Name);

    /// <summary>One Sandbox for all tests.</summary>
    public sealed class Running : IAsyncLifetime
    {
        public SandboxServer Sandbox { get; private set; } = null!;

        public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        internal PaymentClientByHand Payments { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Sandbox = await SandboxServer.StartAsync();
            Payments = new PaymentClientByHand(Sandbox);
        }

        public ValueTask DisposeAsync()
        {
            Browser.Dispose();
            Payments.Dispose();
            return Sandbox.DisposeAsync();
        }
    }
}
