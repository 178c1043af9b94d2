namespace BaseComponents.Eid;

/// <summary>Gender as the service gave it. Open: a code that is not known here is kept as it came.</summary>
/// <remarks>Geschlecht: ISO/IEC 5218 (BundID: 0, 1, 2, 9), ICAO Doc 9303 (M, F), OpenID Connect Core, section 5.1 (male, female).</remarks>
/// <param name="Text">The service's code.</param>
public readonly record struct EidGender(string Text)
{
    /// <summary>What the code means; <see cref="EidGenderKind.Unknown"/> for codes that are not known here.</summary>
    public EidGenderKind Kind => (Text ?? "").Trim().ToUpperInvariant() switch
    {
        "1" or "M" or "MALE" => EidGenderKind.Male,
        "2" or "F" or "FEMALE" => EidGenderKind.Female,
        "9" => EidGenderKind.NotApplicable,
        _ => EidGenderKind.Unknown,
    };

    /// <summary>The name of the type: the value stays out of logs.</summary>
    public override string ToString() => nameof(EidGender);
}

/// <summary>What a code of gender means.</summary>
/// <remarks>ISO/IEC 5218</remarks>
public enum EidGenderKind
{
    /// <summary>Not known, or a code that is not known here.</summary>
    Unknown,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Not applicable.</summary>
    NotApplicable,
}
