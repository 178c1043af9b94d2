namespace BaseComponents.Eid.Internal;

/// <summary>Persons and organisations as claims.</summary>
internal static class PersonClaims
{
    public static IEnumerable<(string Type, string? Value)> Write(EidPerson person) =>
    [
        ("eid.given_names", person.GivenNames),
        ("eid.family_name", person.FamilyName),
        ("eid.birth_name", person.BirthName),
        ("eid.academic_title", person.AcademicTitle),
        ("eid.artistic_name", person.ArtisticName),
        ("eid.date_of_birth", person.DateOfBirth?.ToIsoText()),
        ("eid.place_of_birth", person.PlaceOfBirth),
        ("eid.nationality", person.Nationality?.Text),
        ("eid.gender", person.Gender?.Text),
        ("eid.tax_identifier", person.TaxIdentifier),
    ];

    public static EidPerson ReadPerson(Func<string, string?> text) => new()
    {
        GivenNames = text("eid.given_names"),
        FamilyName = text("eid.family_name"),
        BirthName = text("eid.birth_name"),
        AcademicTitle = text("eid.academic_title"),
        ArtisticName = text("eid.artistic_name"),
        DateOfBirth = PartialDate.TryParse(text("eid.date_of_birth"), out var date) ? date : null,
        PlaceOfBirth = text("eid.place_of_birth"),
        Nationality = text("eid.nationality") is { } nationality ? new CountryCode(nationality) : null,
        Gender = text("eid.gender") is { } gender ? new EidGender(gender) : null,
        TaxIdentifier = text("eid.tax_identifier"),
    };

    public static IEnumerable<(string Type, string? Value)> Write(EidOrganisation? organisation) =>
    [
        ("eid.organisation.name", organisation?.Name),
        ("eid.organisation.legal_form", organisation?.LegalForm),
        ("eid.organisation.legal_form_code", organisation?.LegalFormCode),
        ("eid.organisation.activity", organisation?.Activity),
        ("eid.organisation.register_number", organisation?.RegisterNumber),
        ("eid.organisation.register_court", organisation?.RegisterCourt),
    ];

    public static EidOrganisation ReadOrganisation(Func<string, string?> text) => new()
    {
        Name = text("eid.organisation.name"),
        LegalForm = text("eid.organisation.legal_form"),
        LegalFormCode = text("eid.organisation.legal_form_code"),
        Activity = text("eid.organisation.activity"),
        RegisterNumber = text("eid.organisation.register_number"),
        RegisterCourt = text("eid.organisation.register_court"),
    };
}
