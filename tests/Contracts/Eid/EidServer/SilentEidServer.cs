using System.Security.Cryptography;
using BaseComponents.Eid.EidServer;

namespace BaseComponents.Tests.Contracts.Eid.EidServer;

/// <summary>An eID-Server that opens sessions and never has a result: no card is read here.</summary>
internal sealed class SilentEidServer(Uri paos) : IEidServerClient
{
    private readonly List<EidServerSession> _sessions = [];

    public bool IsBusy { get; set; }

    public int Asked { get; private set; }

    public IReadOnlyList<EidServerSession> Sessions
    {
        get
        {
            lock (_sessions)
                return [.. _sessions];
        }
    }

    public Task<EidServerStart> StartAsync(EidServerRequest request, CancellationToken cancellationToken = default)
    {
        if (IsBusy)
            return Task.FromResult<EidServerStart>(new EidServerStart.Busy());
        var session = new EidServerSession
        {
            Id = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            PskId = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            PskKey = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
            ECardServerAddress = paos,
            Operations = request.Operations,
        };
        lock (_sessions)
            _sessions.Add(session);
        return Task.FromResult<EidServerStart>(new EidServerStart.Started(session));
    }

    public Task<EidServerResult> GetResultAsync(EidServerSession session, CancellationToken cancellationToken = default)
    {
        Asked++;
        return Task.FromResult<EidServerResult>(new EidServerResult.Pending(session));
    }

    public Task<EidServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(new EidServerInfo("Test", new Version(2, 4), EidServerOperation.Known.ToHashSet()));
}
