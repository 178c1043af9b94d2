namespace BaseComponents.Eid.EidServer;

/// <summary>Which schema of the guideline an eID server takes requests by. Older ones refuse what they do not know.</summary>
/// <remarks>BSI TR-03130-1, history of versions</remarks>
public enum EidServerVersion
{
    /// <summary>2.4: everything.</summary>
    From24,

    /// <summary>2.3: no TransactionInfo, no EIDTypeRequest.</summary>
    From23,

    /// <summary>2.0 to 2.2: no TransactionAttestationRequest and no LevelOfAssuranceRequest either.</summary>
    Until22,
}
