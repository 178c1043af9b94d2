namespace BaseComponents.Authorities;

/// <summary>The identifier of an object in a delivery. The value alone is not unique: different editors use the same numbers.</summary>
/// <param name="Agency">The editorial system that gave the number (schemeAgencyID).</param>
/// <param name="Scheme">The kind of number (schemeID); empty where the delivery has none.</param>
/// <param name="Value">The number itself. Leading zeros matter.</param>
/// <remarks>XZuFi Identifikator.</remarks>
public readonly record struct OfficeId(string Agency, string Scheme, string Value)
{
    /// <summary>The parts, separated by slashes, for logs.</summary>
    public override string ToString() => $"{Agency}/{Scheme}/{Value}";
}
