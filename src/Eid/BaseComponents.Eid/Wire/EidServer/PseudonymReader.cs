using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>The pseudonyms of a card, in capitals, so that two spellings of one are not two users.</summary>
internal static class PseudonymReader
{
    public static EidPseudonym? Read(CardData card, string name, string issuer) =>
        card.Find(EidServerOperation.RestrictedId)?.Hexadecimal(name, fewestBytes: 1) is { } value ? new EidPseudonym(issuer, value) : null;
}
