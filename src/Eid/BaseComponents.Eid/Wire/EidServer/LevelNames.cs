using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Levels and kinds of eID by their names in TR-03130.</summary>
internal static class LevelNames
{
    private const string Prefix = "http://bsi.bund.de/eID/LoA/";

    /// <summary>What the lowest level is asked for by; null where none is demanded.</summary>
    public static string? ToAskFor(AssuranceLevel? level) => level switch
    {
        AssuranceLevel.High => Prefix + "hoch",
        AssuranceLevel.Substantial => Prefix + "substantiell",
        AssuranceLevel.Low or AssuranceLevel.Basic => Prefix + "normal",
        _ => null,
    };

    /// <summary>What a log-in with a kind of eID proves, where the server states no level.</summary>
    public static AssuranceLevel Of(EidServerEidType type) => type.Name switch
    {
        "CardCertified" => AssuranceLevel.High,
        "SECertified" or "SEEndorsed" => AssuranceLevel.Substantial,
        "HWKeyStore" => AssuranceLevel.Low,
        _ => AssuranceLevel.Unknown,
    };
}
