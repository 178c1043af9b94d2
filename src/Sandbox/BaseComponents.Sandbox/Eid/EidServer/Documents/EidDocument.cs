using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.EidServer.Documents;

/// <summary>An identity card, residence permit or Union citizen card: what stands on its chip beside what the person's record says.</summary>
/// <param name="Holder">Whose it is.</param>
/// <param name="Type">Two letters: ID, AR (residence permit), UB (Union citizen card).</param>
/// <param name="Expiry">Last day.</param>
internal sealed record EidDocument(SandboxPerson Holder, string Type, DateOnly Expiry)
{
    /// <summary>Cards issued before this data group existed have none.</summary>
    public bool HasBirthName { get; init; } = true;

    /// <summary>A country, a zero and the regional key; null where the person lives nowhere in Germany.</summary>
    public string? CommunityId { get; init; }

    /// <summary>Only residence permits have it.</summary>
    public string? ResidencePermit { get; init; }

    public string? ArtisticName { get; init; }

    /// <summary>The state of nationality and address as ICAO writes it, where the person's record has the ISO code.</summary>
    public string? State { get; init; }

    public string Key => Holder.Key;
}
