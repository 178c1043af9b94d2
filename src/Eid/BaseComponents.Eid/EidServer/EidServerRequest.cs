namespace BaseComponents.Eid.EidServer;

/// <summary>What an eID server is to read and to let prove.</summary>
/// <remarks>useIDRequest</remarks>
public sealed record EidServerRequest
{
    /// <summary>What is wanted, and how much. What does not stand here is neither shown to the citizen nor read.</summary>
    /// <remarks>UseOperations</remarks>
    public required IReadOnlyDictionary<EidServerOperation, EidServerDemand> Operations { get; init; }

    /// <summary>The age in years that the card is to prove; goes with <see cref="EidServerOperation.AgeVerification"/>. 0 to 150.</summary>
    /// <remarks>AgeVerificationRequest</remarks>
    public int? MinimumAge { get; init; }

    /// <summary>The place where the card is to prove that the citizen lives; goes with <see cref="EidServerOperation.PlaceVerification"/>.</summary>
    /// <value>Country, state, district, municipality, with the zeroes of the standard: <c>027614</c> is Saxony. Any level may end it.</value>
    /// <remarks>PlaceVerificationRequest, CommunityID</remarks>
    public string? CommunityId { get; init; }

    /// <summary>A text that the eID client shows to the citizen before the PIN, of at most 2000 characters.</summary>
    public string? TransactionInfo { get; init; }

    /// <summary>A statement about the transaction that the server is to sign.</summary>
    public TransactionAttestationRequest? Attestation { get; init; }

    /// <summary>The lowest level accepted. It is asked for, and an answer below it is <see cref="EidServerResult.LevelTooLow"/>.</summary>
    /// <remarks>LevelOfAssuranceRequest; Basic and Low are both asked for as "normal".</remarks>
    public AssuranceLevel? MinimumLevel { get; init; }

    /// <summary>The kinds of eID accepted; every other is denied. Null: the server decides.</summary>
    /// <remarks>EIDTypeRequest</remarks>
    public IReadOnlySet<EidServerEidType>? EidTypes { get; init; }

    /// <summary>The name of the type: what a citizen is asked for stays out of logs.</summary>
    public override string ToString() => nameof(EidServerRequest);
}
