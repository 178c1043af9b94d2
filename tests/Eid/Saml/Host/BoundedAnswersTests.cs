using System.Net;
using System.Text;
using BaseComponents.Eid;
using BaseComponents.Tests.Eid.Saml.Forge;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Tests.Eid.Saml.Host;

/// <summary>What an answer may cost: nothing where no log-in is pending, and never more at the same time than is configured.</summary>
public sealed class BoundedAnswersTests
{
    private const string Attributes = """
        <saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="urn:oid:2.5.4.4" akdb:TrustLevel="HOCH"><saml:AttributeValue>MUSTERMANN</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="urn:oid:1.3.6.1.4.1.25484.494450.2"><saml:AttributeValue>eID</saml:AttributeValue></saml:Attribute>
        """;

    private readonly HeldStore _store = new();

    [Theory]
    [InlineData(null)]
    [InlineData("session=aaaa")]
    [InlineData("eid-saml.BundId.aaaaaaaa=guessed")]
    public async Task Without_a_pending_log_in_the_body_is_not_even_read(string? cookie)
    {
        await using var application = await SamlApplication.StartAsync(store: _store);
        var body = new Untouched();

        var answer = await PostAsync(application, body, cookie);

        answer.Response.Headers.Location.ToString().Should().Be("/ended?outcome=expired");
        body.WasRead.Should().BeFalse();
        _store.Taken.Should().Be(0);
    }

    [Fact]
    public async Task A_cookie_of_another_log_in_does_not_open_the_store()
    {
        await using var application = await SamlApplication.StartAsync(store: _store);
        var (own, victim) = (new SamlBrowser(application), new SamlBrowser(application));
        await own.BeginAsync();
        var (id, relayState) = await victim.BeginAsync();

        await own.AnswerAsync(Answer(id), relayState);

        own.Location.Should().Be("/ended?outcome=expired");
        _store.Taken.Should().Be(0);
    }

    [Fact]
    public async Task A_pending_log_in_is_tried_once()
    {
        await using var application = await SamlApplication.StartAsync(store: _store);
        var browser = new SamlBrowser(application);
        var (id, relayState) = await browser.BeginAsync();
        var cookies = browser.Cookies.ToArray();
        await browser.AnswerAsync(Answer("_another"), relayState);
        foreach (var (name, value) in cookies)
            browser.Cookies[name] = value;

        await browser.AnswerAsync(Answer(id), relayState);

        browser.Location.Should().Be("/ended?outcome=expired");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_body_that_trickles_loses_its_connection()
    {
        await using var application = await SamlApplication.StartAsync(store: _store);
        var browser = new SamlBrowser(application);
        await browser.BeginAsync();
        var body = new Trickling();
        var post = PostAsync(application, body, string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        await body.WaitsAsync().WaitAsync(TestContext.Current.CancellationToken);

        application.Clock.Advance(TimeSpan.FromSeconds(21));

        await post.Awaiting(_ => post).Should().ThrowAsync<OperationCanceledException>();
        await LoggedAsync(application, "answer-too-slow");
    }

    [Fact]
    public async Task Who_finds_no_place_is_asked_to_come_again_and_does_not_lose_the_log_in()
    {
        await using var application = await StartAsync(atOnce: "1", waiting: "0");
        var (first, second) = (new SamlBrowser(application), new SamlBrowser(application));
        var (firstId, firstState) = await first.BeginAsync();
        var (secondId, secondState) = await second.BeginAsync();
        var going = await HoldAsync(first, firstId, firstState);

        await second.AnswerAsync(Answer(secondId), secondState);
        second.Last.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        second.Last.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
        second.Last.Headers.CacheControl!.NoStore.Should().BeTrue();
        second.Text.Should().Contain("Laden Sie diese Seite");
        application.Log.Should().Contain(line => line.Contains("too-many-answers", StringComparison.Ordinal));

        _store.Release();
        await going;
        first.Location.Should().Be("/me");
        await second.AnswerAsync(Answer(secondId), secondState);
        second.Location.Should().Be("/me");
    }

    [Fact]
    public async Task Who_waits_gets_the_next_place()
    {
        await using var application = await StartAsync(atOnce: "1", waiting: "1");
        var (first, second) = (new SamlBrowser(application), new SamlBrowser(application));
        var (firstId, firstState) = await first.BeginAsync();
        var (secondId, secondState) = await second.BeginAsync();
        var going = await HoldAsync(first, firstId, firstState);
        var waiting = second.AnswerAsync(Answer(secondId), secondState);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        waiting.IsCompleted.Should().BeFalse();

        _store.Release();

        await Task.WhenAll(going, waiting);
        (first.Location, second.Location).Should().Be(("/me", "/me"));
    }

    [Fact]
    public async Task Nobody_waits_for_ever()
    {
        await using var application = await StartAsync(atOnce: "1", waiting: "1");
        var (first, second) = (new SamlBrowser(application), new SamlBrowser(application));
        var (firstId, firstState) = await first.BeginAsync();
        var (secondId, secondState) = await second.BeginAsync();
        var going = await HoldAsync(first, firstId, firstState);
        var waiting = second.AnswerAsync(Answer(secondId), secondState);
        while (!waiting.IsCompleted)
        {
            application.Clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        second.Last.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        _store.Release();
        await going;
    }

    private static System.Xml.XmlDocument Answer(string requestId) =>
        Answers.Encrypted(new ForgedResponse { InResponseTo = requestId, AssertionId = $"_{Guid.NewGuid():N}", Attributes = Attributes });

    private Task<SamlApplication> StartAsync(string atOnce, string waiting)
    {
        var settings = SamlApplication.Settings();
        settings["BundId:MaxConcurrentAnswers"] = atOnce;
        settings["BundId:MaxWaitingAnswers"] = waiting;
        settings["BundId:Attributes:0:Attribute"] = "AcademicTitle";
        return SamlApplication.StartAsync(settings, _store);
    }

    private async Task<Task> HoldAsync(SamlBrowser browser, string requestId, string relayState)
    {
        _store.Hold();
        var going = browser.AnswerAsync(Answer(requestId), relayState);
        await _store.IsHeldAsync();
        return going;
    }

    private static Task<HttpContext> PostAsync(SamlApplication application, Stream body, string? cookie) => application.Server.SendAsync(context =>
    {
        (context.Request.Method, context.Request.Scheme, context.Request.Path) = ("POST", "https", "/signin-bundid");
        (context.Request.ContentType, context.Request.Body) = ("application/x-www-form-urlencoded", body);
        if (cookie is not null)
            context.Request.Headers.Cookie = cookie;
    });

    // The connection is cut a moment before the reason is written.
    private static async Task LoggedAsync(SamlApplication application, string reason)
    {
        while (!Found())
            await Task.Delay(10, TestContext.Current.CancellationToken);

        bool Found()
        {
            lock (application.Log)
                return application.Log.Exists(line => line.Contains(reason, StringComparison.Ordinal));
        }
    }

    private sealed class Untouched : MemoryStream
    {
        public Untouched()
            : base(Encoding.ASCII.GetBytes("SAMLResponse=AAAA&RelayState=a"))
        {
        }

        public bool WasRead { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class Trickling : MemoryStream
    {
        private readonly TaskCompletionSource _waits = new();

        public Task WaitsAsync() => _waits.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _waits.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
