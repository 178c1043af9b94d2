using BaseComponents.Eid.Internal.EidServer;

namespace BaseComponents.Eid.EidServer;

/// <summary>One open session at an eID server, and what was asked in it. A secret between service and server: keep it encrypted, never send it to a browser.</summary>
public sealed record EidServerSession
{
    /// <summary>The server's name of the session, in hexadecimal digits. Whoever has it can fetch the result.</summary>
    /// <remarks>Session/ID</remarks>
    public required string Id { get; init; }

    /// <summary>The name of the key of the channel between eID client and server; the client is told it.</summary>
    /// <remarks>PSK/ID, SessionIdentifier of the TcToken (TR-03124)</remarks>
    public required string PskId { get; init; }

    /// <summary>The key of that channel, in hexadecimal digits; the client is told it in the TcToken and nowhere else.</summary>
    /// <remarks>PSK/Key, PathSecurity-Parameters of the TcToken (TR-03124)</remarks>
    public required string PskKey { get; init; }

    /// <summary>Where the eID client finds the server; null where the operator names it once and for all.</summary>
    /// <remarks>eCardServerAddress, ServerAddress of the TcToken (TR-03124)</remarks>
    public Uri? ECardServerAddress { get; init; }

    /// <summary>What was asked for.</summary>
    public required IReadOnlyDictionary<EidServerOperation, EidServerDemand> Operations { get; init; }

    /// <summary>The lowest level accepted.</summary>
    public AssuranceLevel? MinimumLevel { get; init; }

    /// <summary>The kinds of eID accepted; null: all.</summary>
    public IReadOnlySet<EidServerEidType>? EidTypes { get; init; }

    /// <summary>The counter of the latest question for the result; 0 before the first.</summary>
    /// <remarks>RequestCounter</remarks>
    public int RequestCounter { get; init; }

    /// <summary>The session for a store, in a form that <see cref="FromBytes"/> reads. Encrypt it.</summary>
    public byte[] ToBytes() => SessionBytes.Write(this);

    /// <summary>A session out of a store; null where the bytes are none.</summary>
    /// <param name="bytes">From <see cref="ToBytes"/>.</param>
    public static EidServerSession? FromBytes(ReadOnlySpan<byte> bytes) => SessionBytes.Read(bytes);

    /// <summary>The name of the type: a session is a secret.</summary>
    public override string ToString() => nameof(EidServerSession);
}
