using System.Net;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>Keys are fetched when needed, together, not too often, and not used for too long.</summary>
public sealed class KeyCacheTests : IDisposable
{
    private readonly StubRouting _stub = new();

    [Fact]
    public async Task Keys_are_fetched_once_and_again_after_their_time()
    {
        await IsGoodAsync();
        _stub.Clock.Advance(TimeSpan.FromMinutes(59));
        await IsGoodAsync();
        _stub.KeyFetches.Should().Be(1);
        _stub.Clock.Advance(TimeSpan.FromMinutes(1));
        await IsGoodAsync();
        _stub.KeyFetches.Should().Be(2);
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_signature_names_it()
    {
        await IsGoodAsync();
        _stub.Keys = [IssuerKey.Second.Shown(), IssuerKey.First.Shown()];
        _stub.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _stub.RefusalAsync(new Token { Key = IssuerKey.Second })).Should().BeNull();
        await IsGoodAsync();
        _stub.KeyFetches.Should().Be(2);
    }

    [Fact]
    public async Task Unknown_names_do_not_make_it_ask_more_often()
    {
        await IsGoodAsync();
        for (var turn = 0; turn < 120; turn++)
        {
            (await _stub.RefusalAsync(new Token { Key = IssuerKey.Second, Header = header => header["kid"] = $"invented-{turn}" })).Should().Be(DestinationRefusal.UnknownKey);
            _stub.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        _stub.KeyFetches.Should().Be(1 + 1, "two minutes have one whole interval after the first fetch");
    }

    [Fact]
    public async Task A_key_that_is_gone_counts_until_the_next_fetch_and_no_longer()
    {
        await IsGoodAsync();
        _stub.Keys = [IssuerKey.Second.Shown()];
        _stub.Clock.Advance(TimeSpan.FromMinutes(59));
        await IsGoodAsync();
        _stub.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.UnknownKey);
    }

    [Fact]
    public async Task Old_keys_outlive_a_fetch_that_fails_but_not_for_ever()
    {
        await IsGoodAsync();
        _stub.AnswerKeys = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden));
        _stub.Clock.Advance(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(1));
        await IsGoodAsync();
        (await _stub.RefusalAsync(new Token { Key = IssuerKey.Second })).Should().Be(DestinationRefusal.KeysUnavailable, "old keys cannot say that there is no new one");
        _stub.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.KeysUnavailable);
    }

    [Fact]
    public async Task A_fetch_that_fails_is_not_tried_again_at_once()
    {
        _stub.AnswerKeys = _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden));
        for (var turn = 0; turn < 5; turn++)
            (await _stub.VerifyAsync(new Token())).Should().BeOfType<SignedDestination.Refused>().Which.IsTransient.Should().BeTrue();
        _stub.KeyFetches.Should().Be(1);
        _stub.AnswerKeys = null;
        _stub.Clock.Advance(TimeSpan.FromMinutes(1));
        await IsGoodAsync();
    }

    [Fact]
    public async Task Many_who_need_keys_wait_for_one_fetch()
    {
        var arrived = new TaskCompletionSource<HttpResponseMessage>();
        _stub.AnswerKeys = _ => arrived.Task;
        _stub.Answer = _ => StubRouting.Json(StubRouting.Page(new Token().ToString()));
        var asked = Enumerable.Range(0, 20).Select(_ => FindAsync(CancellationToken.None)).ToList();
        arrived.SetResult(StubRouting.Json($$"""{"keys":[{{IssuerKey.First.Shown().ToJsonString()}}]}"""));
        (await Task.WhenAll(asked)).Should().OnlyContain(destination => destination is SignedDestination.Verified);
        _stub.KeyFetches.Should().Be(1);
    }

    [Fact]
    public async Task Who_gives_up_does_not_spoil_it_for_the_others()
    {
        using var patience = new CancellationTokenSource();
        var isFirst = true;
        _stub.AnswerKeys = async token =>
        {
            if (isFirst)
            {
                isFirst = false;
                await Task.Delay(Timeout.Infinite, token);
            }

            return StubRouting.Json($$"""{"keys":[{{IssuerKey.First.Shown().ToJsonString()}}]}""");
        };
        _stub.Answer = _ => StubRouting.Json(StubRouting.Page(new Token().ToString()));
        var first = FindAsync(patience.Token);
        var second = FindAsync(CancellationToken.None);
        await patience.CancelAsync();
        await first.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().BeOfType<SignedDestination.Verified>();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"keys\":{}}")]
    [InlineData("{\"keys\":[],\"keys\":[]}")]
    [InlineData("<html/>")]
    [InlineData("")]
    public async Task What_is_no_set_of_keys_is_a_fetch_that_failed(string body)
    {
        _stub.AnswerKeys = _ => Task.FromResult(StubRouting.Json(body));
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.KeysUnavailable);
    }

    [Fact]
    public async Task A_set_of_keys_is_not_endless()
    {
        _stub.AnswerKeys = _ => Task.FromResult(StubRouting.Json("{\"keys\":[]" + new string(' ', 2_000_000) + "}"));
        (await _stub.RefusalAsync(new Token())).Should().Be(DestinationRefusal.KeysUnavailable);
    }

    public void Dispose() => _stub.Dispose();

    private async Task IsGoodAsync() => (await _stub.RefusalAsync(new Token())).Should().BeNull();

    private async Task<SignedDestination> FindAsync(CancellationToken cancellationToken) =>
        (await _stub.Router.FindRoutesAsync(LeikaKey.Parse(Token.Service), RegionKey.Parse(Token.Area), cancellationToken)).Single().Destination;
}
