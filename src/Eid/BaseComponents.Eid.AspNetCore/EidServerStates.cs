using BaseComponents.Eid.AspNetCore.Internal.EidServer;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>What is known of the eID-Servers of this application: each is asked when the application starts, soon again where it does not answer, and every hour.</summary>
public sealed class EidServerStates
{
    private readonly Dictionary<string, RightsCheck> _checks;

    internal EidServerStates(IEnumerable<RightsCheck> checks) => _checks = checks.ToDictionary(static check => check.Scheme, StringComparer.Ordinal);

    /// <summary>Names of the log-ins.</summary>
    public IReadOnlyCollection<string> Schemes => _checks.Keys;

    /// <summary>What is known, without asking.</summary>
    /// <param name="scheme">Name of the log-in.</param>
    /// <exception cref="ArgumentException">There is no such log-in.</exception>
    public EidServerState Get(string scheme = EidDefaults.EidServerScheme) => Check(scheme).State;

    /// <summary>Asks the eID-Server now. A server that does not answer is a state, not an exception.</summary>
    /// <param name="scheme">Name of the log-in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such log-in.</exception>
    public Task<EidServerState> CheckAsync(string scheme = EidDefaults.EidServerScheme, CancellationToken cancellationToken = default) => Check(scheme).AskAsync(cancellationToken);

    private RightsCheck Check(string scheme) => _checks.TryGetValue(scheme, out var check)
        ? check
        : throw new ArgumentException($"No log-in over an eID-Server is named '{scheme}'.", nameof(scheme));
}
