namespace BaseComponents.Eid;

/// <summary>
/// Keeps what may be used once: pending requests, and answers that were used. Each method is one atomic operation of the store, seen by every
/// node: a cache interface with a separate get and remove cannot serve. A store that fails throws, and the log-in is refused.
/// </summary>
public interface IEidOneTimeStore
{
    /// <summary>Stores a value unless the key is there; whether it was stored.</summary>
    /// <param name="key">Key with tenant and purpose; at most 200 ASCII characters.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <param name="expiresAt">From when on the store may forget it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>Redis: SET key value NX PXAT. SQL: INSERT … ON CONFLICT DO NOTHING.</remarks>
    Task<bool> TryAddAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, CancellationToken cancellationToken = default);

    /// <summary>Takes a value out: of all callers one gets it, the others get null.</summary>
    /// <param name="key">Key with tenant and purpose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>Redis: GETDEL. SQL: DELETE … RETURNING.</remarks>
    Task<byte[]?> TakeAsync(string key, CancellationToken cancellationToken = default);
}
