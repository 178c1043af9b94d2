using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>What a service does wrong, and what is said of it.</summary>
public sealed class PvogFaultTests : IAsyncDisposable
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly PvogStub _pvog = new();
    private readonly Dictionary<string, string?> _settings = [];
    private ServiceProvider? _provider;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "500", "authorities.live-refused", true },
        { "429", "authorities.live-refused", true },
        { "301", "authorities.live-refused", false },
        { "400", "authorities.live-refused", false },
        { "401", "authorities.live-refused", false },
        { "410", "authorities.live-refused", false },
        { "broken", "authorities.live-unreachable", true },
        { "cut", "authorities.live-invalid", false },
        { "deep", "authorities.live-invalid", false },
        { "double", "authorities.live-invalid", false },
        { "html", "authorities.live-invalid", false },
        { "other-shape", "authorities.live-invalid", false },
        { "huge", "authorities.live-too-large", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_fault_has_its_code_and_nothing_of_the_answer_gets_out(string kind, string code, bool isTransient)
    {
        _pvog.Instead = () => Bad(kind);
        var answer = await AskAsync();
        answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        answer.Explanation.Should().ContainSingle().Which.Describe(new("de")).Should().Be($"Die Online-Quelle pvog ({code}) konnte nicht gefragt werden.");
        (answer.Data, answer.Source).Should().Be((null, AnswerSource.Snapshot));
        var failure = (await Directory.GetStatusAsync()).LastLiveFailure!;
        (failure.Code, failure.IsTransient).Should().Be((code, isTransient));
        failure.Message.Should().EndWith($"(docs/errors.md#{code})");
        var logged = string.Join('\n', Provider.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Message} {record.Exception}"));
        logged.Should().Contain(code);
        foreach (var secret in new[] { "geheim", "DE89370400440532013000", "mein-client" })
            (failure + logged).Should().NotContain(secret);
    }

    [Fact]
    public async Task An_answer_about_another_unit_is_not_used()
    {
        _pvog.Detail("""{"id":"S.OE.other","title":"Geheim","role":{"code":"01"}}""");
        (await AskAsync()).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        (await Directory.GetStatusAsync()).LastLiveFailure!.Code.Should().Be("authorities.live-invalid");
    }

    [Fact]
    public async Task More_units_than_allowed_are_refused()
    {
        _settings["A:Pvog:MaxUnits"] = "2";
        _pvog.Titles($"[{string.Join(',', Enumerable.Range(0, 3).Select(number => $$$"""{"id":"S.OE.{{{number}}}","title":"A","role":{"code":"01"}}"""))}]");
        (await AskAsync()).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        (await Directory.GetStatusAsync()).LastLiveFailure!.Message.Should().Contain("MaxUnits");
    }

    [Fact]
    public async Task What_may_pass_is_asked_again()
    {
        _settings["A:Pvog:Repeats"] = "2";
        var left = 2;
        _pvog.Instead = () => left-- > 0 ? PvogStub.Status(503) : null;
        (await StubSource.AdvancingAsync(_clock, AskAsync(), TimeSpan.FromMilliseconds(100))).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task What_does_not_pass_is_not_asked_again()
    {
        _settings["A:Pvog:Repeats"] = "2";
        _pvog.Instead = () => PvogStub.Status(400);
        await AskAsync();
        _pvog.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task Retry_After_is_obeyed_by_all_that_follows()
    {
        _pvog.Instead = () => Retry(60);
        await AskAsync();
        _pvog.Instead = () => null;
        await AskAsync();
        (await Directory.GetStatusAsync()).LastLiveFailure!.Code.Should().Be("authorities.live-paused");
        _pvog.Asked.Should().ContainSingle("nothing is sent while the service wants to be left alone");
        _clock.Advance(TimeSpan.FromSeconds(61));
        (await AskAsync()).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task An_exhausted_rate_limit_is_waited_for()
    {
        var first = _pvog.Answers["/api/v3/servicedescriptions/leikaid"];
        _pvog.Answers["/api/v3/servicedescriptions/leikaid"] = query =>
        {
            var answer = first(query);
            answer.Headers.TryAddWithoutValidation("RateLimit-Remaining", "0");
            answer.Headers.TryAddWithoutValidation("RateLimit-Reset", "3");
            return answer;
        };
        (await StubSource.AdvancingAsync(_clock, AskAsync(), TimeSpan.FromMilliseconds(500))).Should().BeOfType<Competence.Found>();
        var times = _pvog.Times.ToList();
        (times[1] - times[0]).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task No_more_requests_a_second_than_agreed()
    {
        var step = TimeSpan.FromMilliseconds(100);
        _settings["A:Pvog:RequestsPerSecond"] = "2";
        _settings["A:Pvog:RequestTimeout"] = "00:00:30";
        _settings["A:Pvog:CacheTime"] = "00:00:00";
        _settings["A:Pvog:StaleIfError"] = "00:00:00";
        for (var question = 0; question < 3; question++)
            await StubSource.AdvancingAsync(_clock, AskAsync(), step);
        var times = _pvog.Times.ToList();
        times.Count.Should().BeGreaterThanOrEqualTo(4);
        // The clock may move on by one step between the decision to ask and the question.
        times.Zip(times.Skip(2), (one, third) => third - one).Should().OnlyContain(gap => gap >= TimeSpan.FromSeconds(1) - step);
    }

    [Fact]
    public async Task After_a_failure_the_service_is_left_alone()
    {
        _settings["A:Pvog:PauseAfterFailure"] = "00:00:10";
        _pvog.Instead = () => PvogStub.Status(500);
        await AskAsync();
        await AskAsync();
        _pvog.Asked.Should().ContainSingle();
        _clock.Advance(TimeSpan.FromSeconds(11));
        await AskAsync();
        _pvog.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Whoever_asks_may_stop()
    {
        using var stop = new CancellationTokenSource();
        _pvog.Instead = () =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };
        var ask = () => Directory.ResolveAsync(Dog, Freiberg, stop.Token);
        await ask.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up()
    {
        _pvog.Instead = () => throw new OperationCanceledException("a time limit of somebody else");
        (await AskAsync()).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        (await Directory.GetStatusAsync()).LastLiveFailure!.Message.Should().Contain("did not answer within");
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
            await _provider.DisposeAsync();
    }

    private IAuthorityDirectory Directory => Provider.GetRequiredService<IAuthorityDirectory>();

    private ServiceProvider Provider => _provider ??= _pvog.Provide(_clock, new(_settings) { ["A:Pvog:ClientId"] = "mein-client", ["A:Pvog:MaxAnswerBytes"] = "2000" });

    private Task<Competence> AskAsync() => Directory.ResolveAsync(Dog, Freiberg);

    private static HttpResponseMessage Retry(int seconds)
    {
        var answer = PvogStub.Status(429);
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return answer;
    }

    private static HttpResponseMessage Bad(string kind) => kind switch
    {
        "broken" => throw new HttpRequestException("broken"),
        "cut" => PvogStub.Json("""{"content":[{"id":"geheim@amt.example","x":"DE89370400440532013000"""),
        "deep" => PvogStub.Json($$"""{"content":[{"id":"geheim","x":{{new string('[', 100)}}{{new string(']', 100)}}}]}"""),
        "double" => PvogStub.Json("""{"content":[{"id":"geheim","id":"geheim2"}]}"""),
        "html" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>geheim</html>", Encoding.UTF8, "text/html") },
        "other-shape" => PvogStub.Json("""{"content":{"geheim":"DE89370400440532013000"}}"""),
        "huge" => PvogStub.Json($$"""{"content":[],"x":"{{new string('x', 3000)}}geheim"}"""),
        _ => PvogStub.Json("""{"message":"geheim DE89370400440532013000"}""", (HttpStatusCode)int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
