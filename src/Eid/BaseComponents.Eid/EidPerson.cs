namespace BaseComponents.Eid;

/// <summary>A natural person, as far as the service told.</summary>
/// <remarks>natürliche Person. Names come as they stand in the document: capitals, ẞ and combining marks included (DIN 91379).</remarks>
public sealed record EidPerson
{
    /// <summary>A person about whom the service said nothing.</summary>
    public static EidPerson Nobody { get; } = new();

    /// <summary>All given names.</summary>
    /// <remarks>Vornamen</remarks>
    public string? GivenNames { get; init; }

    /// <summary>Family name.</summary>
    /// <remarks>Familienname</remarks>
    public string? FamilyName { get; init; }

    /// <summary>Family name at birth, where it differs.</summary>
    /// <remarks>Geburtsname</remarks>
    public string? BirthName { get; init; }

    /// <summary>Doctoral degree as the document shows it, such as "DR.".</summary>
    /// <remarks>Doktorgrad, akademischer Grad</remarks>
    public string? AcademicTitle { get; init; }

    /// <summary>Religious name or stage name.</summary>
    /// <remarks>Ordensname, Künstlername</remarks>
    public string? ArtisticName { get; init; }

    /// <summary>Date of birth; parts may be unknown.</summary>
    /// <remarks>Geburtsdatum</remarks>
    public PartialDate? DateOfBirth { get; init; }

    /// <summary>Place of birth.</summary>
    /// <remarks>Geburtsort</remarks>
    public string? PlaceOfBirth { get; init; }

    /// <summary>Nationality as the service gave it; the first one, where there are several.</summary>
    /// <remarks>Staatsangehörigkeit</remarks>
    public CountryCode? Nationality { get; init; }

    /// <summary>Gender as the service gave it.</summary>
    /// <remarks>Geschlecht</remarks>
    public EidGender? Gender { get; init; }

    /// <summary>Identification number of the tax administration. The law allows its use for few purposes (§ 139b AO, IDNrG): ask only where one of them is yours.</summary>
    /// <remarks>Identifikationsnummer (IdNr)</remarks>
    public string? TaxIdentifier { get; init; }

    /// <summary>The name of the type: the data stay out of logs.</summary>
    public override string ToString() => nameof(EidPerson);
}
