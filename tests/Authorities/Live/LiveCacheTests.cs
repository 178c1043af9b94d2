using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>How long an answer is used, and who shares it.</summary>
public sealed class LiveCacheTests
{
    private const int Requests = 4;
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));
    private static readonly Dictionary<string, string?> Keeping = new() { ["A:Pvog:CacheTime"] = "00:10:00", ["A:Pvog:StaleIfError"] = "01:00:00" };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly PvogStub _pvog = new();

    [Fact]
    public async Task An_answer_is_used_while_it_is_fresh_and_asked_anew_afterwards()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        var first = await AskAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(10));
        (await AskAsync(provider)).Data.Should().Be(first.Data);
        _pvog.Asked.Should().HaveCount(Requests);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _pvog.Titles("[]");
        (await AskAsync(provider)).Should().BeOfType<Competence.NotFound>("the newer answer counts");
    }

    [Fact]
    public async Task A_renewed_answer_is_fresh_for_all_that_follow()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        await AskAsync(provider);
        for (var turn = 1; turn <= 3; turn++)
        {
            _clock.Advance(TimeSpan.FromMinutes(11));
            (await AskAsync(provider)).Data!.LoadedAt.Should().Be(_clock.GetUtcNow());
            await AskAsync(provider);
            _pvog.Asked.Should().HaveCount((turn + 1) * Requests);
        }
    }

    [Fact]
    public async Task An_answer_of_another_service_is_not_used_after_the_address_was_changed()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        await AskAsync(provider);
        _pvog.Configuration["A:Pvog:BaseAddress"] = "https://other.example/api";
        _pvog.Configuration.Reload();

        await AskAsync(provider);

        _pvog.Asked.Should().HaveCount(2 * Requests);
    }

    [Fact]
    public async Task An_old_answer_is_used_while_the_service_fails_and_says_so()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        var first = await AskAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(70));
        _pvog.Instead = () => PvogStub.Status(503);
        var old = await AskAsync(provider);
        old.Should().BeOfType<Competence.Found>();
        old.Data.Should().Be(first.Data! with { IsStale = true });
        old.Explanation[1].Describe(new("de")).Should().Be("Die Online-Quelle pvog (authorities.live-refused) antwortet nicht; verwendet wird ihre Antwort vom 24.11.2026.");
        (await provider.GetRequiredService<IAuthorityDirectory>().GetStatusAsync()).LastLiveFailure!.Code.Should().Be("authorities.live-refused");
    }

    [Fact]
    public async Task An_answer_that_is_too_old_is_not_used_even_then()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        await AskAsync(provider);
        _clock.Advance(TimeSpan.FromMinutes(71));
        _pvog.Instead = () => PvogStub.Status(503);
        (await AskAsync(provider)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        _pvog.Instead = () => PvogStub.Status(503);
        await AskAsync(provider);
        _pvog.Instead = () => null;
        (await AskAsync(provider)).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task That_there_is_nothing_is_kept_too()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        _pvog.Instead = () => PvogStub.Status(404);
        await AskAsync(provider);
        var asked = _pvog.Asked.Count;
        (await AskAsync(provider)).Should().BeOfType<Competence.NotFound>();
        _pvog.Asked.Should().HaveCount(asked);
    }

    [Fact]
    public async Task Many_who_ask_the_same_wait_for_one_request()
    {
        await using var provider = _pvog.Provide(_clock, Keeping);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AskAsync(provider))));
        answers.Should().AllBeOfType<Competence.Found>();
        _pvog.Asked.Should().HaveCount(Requests);
    }

    [Fact]
    public async Task Tenants_share_no_answer_and_no_failure()
    {
        var (other, both) = (new PvogStub { Instead = () => PvogStub.Status(503) }, new ServiceCollection());
        both.AddSingleton<TimeProvider>(_clock);
        foreach (var (name, stub) in new[] { ("freiberg", _pvog), ("dresden", other) })
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["A:Environment"] = "Test",
                ["A:Precedence"] = "LiveOnly",
                ["A:Pvog:BaseAddress"] = "https://pvog.example/api",
                ["A:Pvog:Repeats"] = "0",
            }).Build();
            both.AddAuthorities(name, configuration.GetSection("A")).AddPvog(configuration.GetSection("A:Pvog")).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => stub);
        }

        await using var provider = both.BuildServiceProvider();
        (await provider.GetRequiredKeyedService<IAuthorityDirectory>("freiberg").ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.Found>();
        (await provider.GetRequiredKeyedService<IAuthorityDirectory>("dresden").ResolveAsync(Dog, Freiberg)).Should().BeOfType<Competence.NotFound>();
        (await provider.GetRequiredKeyedService<IAuthorityDirectory>("freiberg").GetStatusAsync()).LastLiveFailure.Should().BeNull();
    }

    [Fact]
    public async Task Another_day_is_another_question()
    {
        await using var provider = _pvog.Provide(_clock, new() { ["A:Pvog:CacheTime"] = "1.00:00:00" });
        await AskAsync(provider);
        _clock.Advance(TimeSpan.FromHours(12));
        await AskAsync(provider);
        _pvog.Asked.Where(one => one.Path.EndsWith("leikaid", StringComparison.Ordinal)).Select(one => one.Query["validDate"]).Should().Equal("2026-11-24", "2026-11-25");
    }

    private static Task<Competence> AskAsync(IServiceProvider provider) => provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(Dog, Freiberg);
}
