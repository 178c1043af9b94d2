namespace BaseComponents.Sandbox.Eid.EidServer.Requests;

/// <summary>What an application wants to know, and from what kind of document (useIDRequest).</summary>
internal sealed record UseIdRequest(IReadOnlyDictionary<string, EidDemand> Operations)
{
    public int? Age { get; init; }

    public string? CommunityId { get; init; }

    public string? TransactionInfo { get; init; }

    public (string Format, string Context)? Attestation { get; init; }

    public string? Level { get; init; }

    /// <summary>Kinds of documents with whether they are allowed; null where the request does not say.</summary>
    public IReadOnlyDictionary<string, bool>? EidTypes { get; init; }

    public PreSharedKey? Psk { get; init; }

    public EidDemand DemandOf(string operation) => Operations[operation];

    public bool Wants(string operation) => DemandOf(operation) is not EidDemand.Prohibited;

    /// <summary>A function was asked for without its parameter.</summary>
    public bool LacksArgument =>
        (Wants(EidOperation.AgeVerification) && Age is null) || (Wants(EidOperation.PlaceVerification) && CommunityId is null);
}
