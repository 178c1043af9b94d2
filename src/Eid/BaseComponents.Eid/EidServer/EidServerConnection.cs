using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Eid.EidServer;

/// <summary>How one eID server is reached and recognised.</summary>
/// <remarks>The TLS client certificate belongs to the <see cref="HttpClient"/>: three keys are three purposes (TR-03130: mutual TLS and signed messages).</remarks>
public sealed record EidServerConnection
{
    /// <summary>Address of the SOAP endpoint, from the operator; https.</summary>
    public required Uri Address { get; init; }

    /// <summary>Signs the requests; with its private RSA key of at least 2048 bits. The operator knows it.</summary>
    public required X509Certificate2 SigningCertificate { get; init; }

    /// <summary>The certificates with which the server signs its answers, from the operator over a channel of trust. Two while it changes them. No other key counts, whatever an answer says.</summary>
    public required IReadOnlyList<X509Certificate2> ServerCertificates { get; init; }

    /// <summary>The schema of the guideline that the server takes requests by. Level and kind of eID are compared with what was demanded in any case; what an older server does not know it is not asked for.</summary>
    /// <value><see cref="EidServerVersion.From24"/></value>
    public EidServerVersion Version { get; init; }

    /// <summary>How far the clocks may differ.</summary>
    /// <value>1 minute; at most 5.</value>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a signed message is good for: what outgoing timestamps say, and how old incoming ones may be.</summary>
    /// <value>5 minutes; 1 to 15.</value>
    public TimeSpan MessageLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long <see cref="IEidServerClient.GetResultAsync"/> asks before it says <see cref="EidServerResult.Pending"/>.</summary>
    /// <value>30 seconds; up to 10 minutes. The citizen has read the card before: the result is there, or seconds away.</value>
    public TimeSpan ResultDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause between two questions for the result.</summary>
    /// <value>1 second; 100 milliseconds to 1 minute.</value>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call may take.</summary>
    /// <value>20 seconds; 1 second to 2 minutes.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Who issues the pseudonyms: becomes <see cref="EidPseudonym.Issuer"/>, so that it may never change afterwards. Cards compute the pseudonym for
    /// the terminal sector of the service's certificate; the sector outlives a move of the server to another address, so name it here.
    /// </summary>
    /// <value>Null: <see cref="Address"/> without query.</value>
    /// <remarks>Terminal-Sektor (TR-03110)</remarks>
    public string? PseudonymIssuer { get; init; }

    /// <summary>The level of a log-in about which the server states neither a level nor the kind of eID: servers before TR-03130 2.3 state none.</summary>
    /// <value><see cref="AssuranceLevel.Unknown"/>, which meets no demand. <see cref="AssuranceLevel.High"/> only where the operator confirms that nothing but cards is accepted.</value>
    public AssuranceLevel LevelWhenUnstated { get; init; }

    /// <summary>The address of the server; no key.</summary>
    public override string ToString() => $"{nameof(EidServerConnection)} {{ {nameof(Address)} = {Address} }}";
}
