namespace DogLicence.Cases;

/// <summary>The verified keeper of the dog: a copy of what the log-in delivered, in the form this service needs. A company has a register, a person has a birth.</summary>
public sealed record Owner
{
    /// <summary>Key of the account, made of the log-in service's pseudonym. Never shown, never sent on.</summary>
    public required string UserKey { get; init; }

    public required bool IsOrganisation { get; init; }

    /// <summary>Full name of the person, or the company's as it is registered (Firmenname).</summary>
    public required string DisplayName { get; init; }

    public string? GivenNames { get; init; }

    public string? FamilyName { get; init; }

    public string? BirthName { get; init; }

    public string? AcademicTitle { get; init; }

    /// <summary>ISO 8601 as far as it is known: <c>1970</c> when only the year is on record.</summary>
    public string? DateOfBirth { get; init; }

    public string? PlaceOfBirth { get; init; }

    /// <summary>Rechtsform of a company.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Kind and number in the register (Registerart, Registernummer), such as <c>HRB 12345</c>.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>Registergericht.</summary>
    public string? RegisterCourt { get; init; }

    /// <summary>Who acts for the company (handelnde Person): the name and nothing else. Null for a person.</summary>
    public string? ActingPerson { get; init; }

    public required IReadOnlyList<string> AddressLines { get; init; }

    /// <summary>What the log-in did not deliver although it was asked for, and why.</summary>
    public IReadOnlyList<AbsentValue> Absent { get; init; } = [];

    /// <summary>Assurance level the log-in reached (Vertrauensniveau), in German.</summary>
    public required string AssuranceLevel { get; init; }

    /// <summary>The log-in that was used, as people call it.</summary>
    public string? LogIn { get; init; }
}

/// <param name="Datum">What is missing, in German.</param>
/// <param name="Reason">Why, in German.</param>
public sealed record AbsentValue(string Datum, string Reason);
