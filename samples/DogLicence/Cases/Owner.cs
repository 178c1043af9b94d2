namespace DogLicence.Cases;

/// <summary>The verified keeper of the dog: a copy of what the log-in delivered, in the form this service needs.</summary>
public sealed record Owner
{
    /// <summary>Key of the account, made of the log-in service's pseudonym. Never shown, never sent on.</summary>
    public required string UserKey { get; init; }

    public required bool IsOrganisation { get; init; }

    /// <summary>Full name of the person or the company.</summary>
    public required string DisplayName { get; init; }

    public string? GivenNames { get; init; }

    public string? FamilyName { get; init; }

    public string? BirthName { get; init; }

    public string? AcademicTitle { get; init; }

    /// <summary>ISO 8601 as far as it is known: <c>1970</c> when only the year is on record.</summary>
    public string? DateOfBirth { get; init; }

    public string? PlaceOfBirth { get; init; }

    public string? RegisterNumber { get; init; }

    public required IReadOnlyList<string> AddressLines { get; init; }

    /// <summary>Assurance level the log-in reached (Vertrauensniveau), in German.</summary>
    public required string AssuranceLevel { get; init; }
}
