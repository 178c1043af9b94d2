using System.Net;
using System.Net.Http.Headers;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>Tokens, and how often the service may be asked.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly BulkService _service = new();

    public AccessTests() => _service.Pages.AddRange([BulkService.Page(1, Delivery.Service()), BulkService.Page(2, Delivery.Unit("freiberg"))]);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query == "?index=1" && _service.Tokens == 1)
            {
                _service.Valid = "ein anderes";
                return new HttpResponseMessage(HttpStatusCode.Unauthorized);
            }

            return null;
        };
        (await _service.DownloadAsync()).Pages.Should().Be(2);
        _service.Tokens.Should().Be(2);
        _service.Asked.Should().Equal("", "?index=1", "?index=1");
    }

    [Fact]
    public async Task A_second_refusal_is_a_fault()
    {
        _service.Instead = request => request.RequestUri!.Host == "bulk.example" ? new HttpResponseMessage(HttpStatusCode.Unauthorized) : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-refused" && !fault.IsTransient);
        (_service.Tokens, _service.Asked.Count).Should().Be((2, 2));
    }

    [Fact]
    public async Task A_token_is_used_until_shortly_before_its_end()
    {
        await _service.DownloadAsync();
        _service.Clock.Advance(TimeSpan.FromSeconds(260));
        await _service.DownloadAsync();
        _service.Tokens.Should().Be(1);
        _service.Clock.Advance(TimeSpan.FromSeconds(15));
        await _service.DownloadAsync();
        _service.Tokens.Should().Be(2);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client"}""", "authorities.access-denied", false)]
    [InlineData(503, "", "authorities.source-refused", true)]
    [InlineData(302, "", "authorities.source-refused", true)]
    [InlineData(200, "<html>", "authorities.data-invalid", false)]
    [InlineData(200, """{"access_token":"zugriff-9"}""", "authorities.data-invalid", false)]
    [InlineData(200, """{"access_token":"zugriff-9\r\nX: y","token_type":"Bearer"}""", "authorities.data-invalid", false)]
    public async Task Without_a_token_nothing_is_asked(int status, string body, string code, bool isTransient)
    {
        _service.Instead = request => request.RequestUri!.Host == "login.example" ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) } : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == code && fault.IsTransient == isTransient);
        _service.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_answer_without_end_is_left()
    {
        _service.Instead = request => request.RequestUri!.Host == "login.example" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless("{\"access_token\":\"")) } : null;
        (await _service.FaultAsync()).Code.Should().Be("authorities.source-unreachable");
    }

    [Fact]
    public async Task No_secret_and_no_token_is_logged_at_any_level()
    {
        await _service.DownloadAsync();
        _service.Instead = request => request.RequestUri!.Host == "bulk.example" ? new HttpResponseMessage(HttpStatusCode.Unauthorized) : null;
        var fault = await _service.FaultAsync();
        $"{_service.Logged} {fault}".Should().Contain("stopped after 0").And.NotContain("geheim").And.NotContain("zugriff").And.NotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"land:{Uri.EscapeDataString(BulkService.Secret)}")));
        string.Join(' ', _service.State).Should().NotContain("zugriff").And.NotContain("geheim");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_service_that_asks_to_wait_is_left_alone_until_then(int status)
    {
        var (from, until) = (_service.Clock.GetUtcNow(), default(DateTimeOffset));
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query != "?index=1")
                return null;
            if (_service.Asked.Count == 2)
                return new HttpResponseMessage((HttpStatusCode)status) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(100)) } };
            until = _service.Clock.GetUtcNow();
            return null;
        };
        (await _service.DownloadAsync()).Pages.Should().Be(2);
        (until - from).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(100));
        _service.Asked.Should().HaveCount(3);
    }

    [Fact]
    public async Task Where_the_quota_is_used_up_the_next_page_waits()
    {
        var (from, until) = (_service.Clock.GetUtcNow(), default(DateTimeOffset));
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query == "?index=1")
            {
                until = _service.Clock.GetUtcNow();
                return null;
            }

            if (request.RequestUri.Host != "bulk.example")
                return null;
            var answer = BulkService.Envelope(_service.Pages[0], isComplete: false, 1, BulkService.At(1));
            answer.Headers.Add("RateLimit-Remaining", "0");
            answer.Headers.Add("RateLimit-Reset", "60");
            return answer;
        };
        await _service.DownloadAsync();
        (until - from).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_service_that_asks_to_wait_too_long_ends_the_run()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(2)) } } : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-refused" && fault.IsTransient && fault.Message.Contains("02:00:00"));
        _service.Asked.Should().HaveCount(2);
        _service.Instead = _ => null;
        (await _service.FaultAsync()).Message.Should().Contain("wants to be left alone");
        _service.Asked.Should().HaveCount(2);
        _service.Clock.Advance(TimeSpan.FromHours(2));
        (await _service.DownloadAsync()).Pages.Should().Be(1);
    }

    [Fact]
    public async Task A_page_is_asked_for_again_by_itself()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" && _service.Asked.Count < 4 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : null;
        (await _service.DownloadAsync()).Pages.Should().Be(2);
        _service.Asked.Should().HaveCount(4);
    }
}
