namespace BaseComponents.Eid.EidServer;

/// <summary>
/// An eID server: reads the identity card of a citizen for this service. A log-in is <see cref="StartAsync"/>, then the citizen's eID client
/// talks to the server, then <see cref="GetResultAsync"/>. What the browser brings back is no result.
/// </summary>
/// <remarks>
/// eID-Server nach BSI TR-03130, Funktionen useID, getResult, getServerInfo. What a citizen can cause is a value; a fault is an
/// <see cref="EidException"/> with a code <c>eid.server-…</c> of docs/errors.md. Safe for use from many threads at once.
/// </remarks>
public interface IEidServerClient
{
    /// <summary>Opens a session at the server. It is never repeated: a session that was opened and lost ends by itself.</summary>
    /// <param name="request">What is to be read and proved.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EidException">The request cannot be written (<c>eid.server-request</c>), the server refuses it or does not answer.</exception>
    /// <remarks>useID</remarks>
    Task<EidServerStart> StartAsync(EidServerRequest request, CancellationToken cancellationToken = default);

    /// <summary>Asks for the result until there is one or <see cref="EidServerConnection.ResultDeadline"/> has passed. The server hands it out once.</summary>
    /// <param name="session">From <see cref="EidServerStart.Started"/>; to go on waiting, the one out of <see cref="EidServerResult.Pending"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EidException">The server answers with a fault, with something that is not acceptable, or not at all.</exception>
    /// <remarks>getResult. Every request has a new RequestCounter, one after an answer that was lost too.</remarks>
    Task<EidServerResult> GetResultAsync(EidServerSession session, CancellationToken cancellationToken = default);

    /// <summary>Version of the server, and what the service's certificate may read. Ask at the start of the application: a demand beyond it fails at the first citizen.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="EidException">The server answers with a fault, with something that is not acceptable, or not at all.</exception>
    /// <remarks>getServerInfo</remarks>
    Task<EidServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default);
}
