using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Eid.EidServer.Requests;

namespace BaseComponents.Sandbox.Eid.EidServer.Sessions;

/// <summary>The open sessions. Each is answered once, and then it is gone, with what was read.</summary>
internal sealed class EidSessions(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private const int Most = 1000;
    private readonly Lock _access = new();
    private readonly Dictionary<string, EidSession> _open = new(StringComparer.Ordinal);

    /// <summary>Opens a session, or says by which code that is refused.</summary>
    public bool TryOpen(UseIdRequest request, [NotNullWhen(true)] out EidSession? session, [NotNullWhen(false)] out string? refusal)
    {
        lock (_access)
        {
            Forget();
            refusal = _open.Count >= Most ? ResultCodes.TooManyOpenSessions : request.Psk is { } psk && ByPsk(psk.Id) is not null ? ResultCodes.InvalidPsk : null;
            session = refusal is null ? new EidSession(request, clock.GetUtcNow() + Life) : null;
            if (session is not null)
                _open[session.Id] = session;
            return session is not null;
        }
    }

    /// <summary>The session that an eID-Client reaches by this key, as long as no card was read.</summary>
    public EidSession? Reach(PreSharedKey psk)
    {
        lock (_access)
        {
            Forget();
            return ByPsk(psk.Id) is { Outcome: null } session && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(session.Psk.Key), Encoding.ASCII.GetBytes(psk.Key)) ? session : null;
        }
    }

    /// <summary>Notes how it ended; false if that was known already, or nobody waits for it any more.</summary>
    public bool TryEnd(EidSession session, EidOutcome outcome)
    {
        lock (_access)
        {
            Forget();
            if (session.Outcome is not null || !_open.ContainsKey(session.Id))
                return false;
            session.Outcome = outcome;
            return true;
        }
    }

    /// <summary>The session with its outcome, which is then gone; or why there is none.</summary>
    public (EidSession? Session, EidOutcome Outcome) Answer(GetResultRequest request)
    {
        lock (_access)
        {
            Forget();
            if (!_open.TryGetValue(request.SessionId, out var session))
                return (null, new EidOutcome.Failed(ResultCodes.InvalidSession));
            var outcome = request.Counter == session.Calls + 1 ? session.IsStuck || session.IsLate ? null : session.Outcome : new EidOutcome.Failed(ResultCodes.InvalidCounter);
            session.Calls = request.Counter;
            if (outcome is not null)
                _open.Remove(session.Id);
            return (session, outcome ?? new EidOutcome.Failed(ResultCodes.NoResultYet));
        }
    }

    public EidSession? Find(string id)
    {
        lock (_access)
            return _open.GetValueOrDefault(id);
    }

    public void Drop(string id)
    {
        lock (_access)
            _open.Remove(id);
    }

    private EidSession? ByPsk(string id) => _open.Values.FirstOrDefault(session => session.Psk.Id == id);

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var old in _open.Values.Where(session => session.Until < now).ToArray())
            _open.Remove(old.Id);
    }
}
