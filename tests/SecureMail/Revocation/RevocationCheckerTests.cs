using System.Net;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.Shared.ForeignAddresses;
using BaseComponents.Tests.SecureMail.ForeignAddresses;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.SecureMail.Revocation;

public sealed class RevocationCheckerTests : IDisposable
{
    private readonly RevokingAuthority _authority = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly TestWeb _web;
    private byte[] _list = [];
    private bool _isDown;

    public RevocationCheckerTests() => _web = new TestWeb(async (_, stream) =>
    {
        if (_isDown)
            return;
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {_list.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(_list);
    });

    [Fact]
    public async Task The_list_that_a_certificate_names_is_fetched_once_until_there_is_a_newer_one()
    {
        using var mine = _authority.Issue(new Uri(_web.Address, "list.crl"));
        using var fetcher = Fetcher();
        var checker = new RevocationChecker(fetcher, new RevocationBundle([], []), _clock);
        _list = _authority.List([], nextUpdate: DateTimeOffset.UtcNow.AddHours(2));

        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Good));
        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Good));
        _web.Asked.Should().HaveCount(1);

        _clock.Advance(TimeSpan.FromHours(3));
        _list = _authority.List([mine]);
        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Revoked));
        _web.Asked.Should().HaveCount(2);
    }

    [Fact]
    public async Task Many_who_ask_at_once_cause_one_fetch()
    {
        using var mine = _authority.Issue(new Uri(_web.Address, "list.crl"));
        using var fetcher = Fetcher();
        var checker = new RevocationChecker(fetcher, new RevocationBundle([], []), _clock);
        _list = _authority.List([]);

        var states = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => CheckAsync(checker, mine))));

        states.Should().OnlyContain(state => state == nameof(RevocationState.Good));
        _web.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_server_that_is_down_leaves_it_unknown_and_is_not_asked_at_once_again()
    {
        using var mine = _authority.Issue(new Uri(_web.Address, "list.crl"));
        using var fetcher = Fetcher();
        var checker = new RevocationChecker(fetcher, new RevocationBundle([], []), _clock);
        _isDown = true;

        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Unknown));
        var asked = _web.Asked.Count;
        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Unknown));
        _web.Asked.Should().HaveCount(asked);

        (_isDown, _list) = (false, _authority.List([mine]));
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Revoked));
    }

    [Fact]
    public async Task Without_internet_the_lists_that_were_brought_along_count()
    {
        using var mine = _authority.Issue(new Uri(_web.Address, "list.crl"));
        using var other = _authority.Issue(new Uri(_web.Address, "list.crl"));
        using var fetcher = Fetcher();
        var checker = new RevocationChecker(fetcher, new RevocationBundle([_authority.List([mine])], []), _clock);

        (await CheckAsync(checker, mine)).Should().Be(nameof(RevocationState.Revoked));
        (await CheckAsync(checker, other)).Should().Be(nameof(RevocationState.Good));
        _web.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_is_called_on_inside_the_own_network()
    {
        using var mine = _authority.Issue(new Uri("http://127.0.0.1/list.crl"), new Uri("http://10.0.0.1/ocsp"));
        using var fetcher = new ForeignFetcher(new FetchRules { AllowsHttp = true }, TimeProvider.System);

        (await CheckAsync(new RevocationChecker(fetcher, new RevocationBundle([], []), _clock), mine)).Should().Be(nameof(RevocationState.Unknown));
    }

    [Fact]
    public async Task Who_names_no_place_stays_unknown()
    {
        using var mine = _authority.Issue();
        using var fetcher = Fetcher();

        (await CheckAsync(new RevocationChecker(fetcher, new RevocationBundle([], []), _clock), mine)).Should().Be(nameof(RevocationState.Unknown));
    }

    public void Dispose()
    {
        _web.Dispose();
        _authority.Dispose();
    }

    private async Task<string> CheckAsync(RevocationChecker checker, X509Certificate2 certificate) =>
        (await checker.CheckAsync([certificate, _authority.Certificate], CancellationToken.None)).State.ToString();

    private static ForeignFetcher Fetcher() => new(
        new FetchRules { AllowsHttp = true, TrustedHosts = new HashSet<string> { "web.example" } }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
}
