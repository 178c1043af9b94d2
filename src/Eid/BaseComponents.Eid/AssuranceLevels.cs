using System.Collections.Frozen;

namespace BaseComponents.Eid;

/// <summary>Reads the level out of the names that services use for it.</summary>
/// <remarks>
/// Sources: eIDAS implementing regulation 2015/1502 and the eIDAS message format (LoA addresses), STORK quality authentication assurance
/// levels as used by BundID, BSI TR-03130 (addresses below <c>http://bsi.bund.de/eID/LoA/</c>). Levels of schemes that no state has notified
/// (<c>http://eidas.europa.eu/NotNotified/LoA/</c>) are not among them: nobody has reviewed those, so whoever accepts one must name it.
/// </remarks>
public static class AssuranceLevels
{
    private static readonly FrozenDictionary<string, AssuranceLevel> Known = new Dictionary<string, AssuranceLevel>(StringComparer.Ordinal)
    {
        ["http://eidas.europa.eu/LoA/low"] = AssuranceLevel.Low,
        ["http://eidas.europa.eu/LoA/substantial"] = AssuranceLevel.Substantial,
        ["http://eidas.europa.eu/LoA/high"] = AssuranceLevel.High,
        ["STORK-QAA-Level-1"] = AssuranceLevel.Basic,
        ["STORK-QAA-Level-2"] = AssuranceLevel.Low,
        ["STORK-QAA-Level-3"] = AssuranceLevel.Substantial,
        ["STORK-QAA-Level-4"] = AssuranceLevel.High,
        ["http://bsi.bund.de/eID/LoA/normal"] = AssuranceLevel.Low,
        ["http://bsi.bund.de/eID/LoA/substantiell"] = AssuranceLevel.Substantial,
        ["http://bsi.bund.de/eID/LoA/hoch"] = AssuranceLevel.High,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The level a service's name stands for; <see cref="AssuranceLevel.Unknown"/> for every name that is not known.</summary>
    /// <param name="name">What stands in <c>acr</c>, <c>AuthnContextClassRef</c> or <c>LevelOfAssuranceResult</c>. Compared exactly.</param>
    /// <param name="additional">Names of one provider, such as a vendor's; they come before the known ones.</param>
    public static AssuranceLevel FromName(string? name, IReadOnlyDictionary<string, AssuranceLevel>? additional = null)
    {
        if (name is null)
            return AssuranceLevel.Unknown;
        if (additional is not null && additional.TryGetValue(name, out var level))
            return level;
        return Known.GetValueOrDefault(name);
    }
}
