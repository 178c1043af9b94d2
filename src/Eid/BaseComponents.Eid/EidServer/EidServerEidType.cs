using System.Collections.Immutable;

namespace BaseComponents.Eid.EidServer;

/// <summary>In what the eID of a citizen is kept. Open: a name that is not known here is kept as it came.</summary>
/// <remarks>EIDTypeRequest, EIDTypeResponse (TR-03130-1, since 2.4.0)</remarks>
/// <param name="Name">Name on the wire.</param>
public readonly record struct EidServerEidType(string Name)
{
    /// <summary>A card with a certified chip: identity card, residence permit, Union citizen card.</summary>
    public static EidServerEidType CardCertified { get; } = new("CardCertified");

    /// <summary>A certified secure element in a telephone.</summary>
    /// <remarks>Smart-eID</remarks>
    public static EidServerEidType SecureElementCertified { get; } = new("SECertified");

    /// <summary>A secure element that somebody vouches for.</summary>
    /// <remarks>Smart-eID</remarks>
    public static EidServerEidType SecureElementEndorsed { get; } = new("SEEndorsed");

    /// <summary>The key store of a telephone.</summary>
    public static EidServerEidType HardwareKeyStore { get; } = new("HWKeyStore");

    /// <summary>All that are known here, in the order of the schema.</summary>
    public static ImmutableArray<EidServerEidType> Known { get; } = [CardCertified, SecureElementCertified, SecureElementEndorsed, HardwareKeyStore];

    /// <summary>Name on the wire.</summary>
    public override string ToString() => Name ?? "";
}
