using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>An eID-Server in memory: opens sessions, and gives each result out once, when a card was read.</summary>
internal sealed class FakeEidServer : IEidServerClient
{
    private readonly ConcurrentDictionary<string, EidServerResult> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _byPsk = new(StringComparer.Ordinal);
    private int _asked;

    public ConcurrentQueue<EidServerSession> Sessions { get; } = new();

    public ConcurrentQueue<EidServerRequest> Requests { get; } = new();

    public int Asked => _asked;

    public Func<EidServerStart>? StartsWith { get; set; }

    public Func<EidServerResult>? AnswersWith { get; set; }

    public Func<EidServerInfo> Info { get; set; } = () => new EidServerInfo("Test 1.0", new Version(2, 4, 0), EidServerOperation.Known.ToHashSet());

    public bool IsAttached { get; set; }

    public Uri? ServerAddress { get; set; } = new("https://eid-server.example/paos");

    public static EidIdentity Erika { get; } = new()
    {
        Person = new EidPerson { GivenNames = "ERIKA", FamilyName = "MUSTERMANN" },
        Level = AssuranceLevel.High,
        Method = EidMethod.IdentityCard,
        Pseudonym = new EidPseudonym("https://eid-server.example", "AABBCC"),
    };

    /// <summary>What every secret of a session looks like, so that answers can be searched for it.</summary>
    public IEnumerable<string> Ids => Sessions.Select(session => session.Id);

    public Task<EidServerStart> StartAsync(EidServerRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Enqueue(request);
        if (StartsWith is { } told)
            return Task.FromResult(told());
        var session = new EidServerSession
        {
            Id = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            PskId = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            PskKey = IsAttached ? "" : Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
            ECardServerAddress = ServerAddress,
            Operations = request.Operations,
            MinimumLevel = request.MinimumLevel,
        };
        Sessions.Enqueue(session);
        _byPsk[session.PskId] = session.Id;
        return Task.FromResult<EidServerStart>(new EidServerStart.Started(session));
    }

    /// <summary>The AusweisApp has read a card.</summary>
    public void Read(string pskId, EidServerResult? result = null) => _results[_byPsk[pskId]] = result ?? new EidServerResult.Verified(Erika);

    public Task<EidServerResult> GetResultAsync(EidServerSession session, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        if (AnswersWith is { } told)
            return Task.FromResult(told());
        return Task.FromResult(_results.TryRemove(session.Id, out var result) ? result : new EidServerResult.Pending(session));
    }

    public Task<EidServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default) => Task.FromResult(Info());

    public static EidIdentity Citizen(int number) => Erika with { Person = new EidPerson { GivenNames = "BÜRGER", FamilyName = number.ToString(CultureInfo.InvariantCulture) } };
}
