using BaseComponents.Eid;
using DogLicence.LogIns;

namespace DogLicence.Cases;

/// <summary>Copies what this service needs out of a verified identity, and nothing else.</summary>
public static class OwnerOf
{
    /// <summary>The keeper, or null for a guest: without a pseudonym nobody could come back to the case.</summary>
    public static Owner? Identity(EidIdentity identity, LogInWay? way = null) => identity switch
    {
        { Pseudonym: null } => null,
        { Organisation: { } organisation } => Common(identity, way, organisation.Name ?? "") with
        {
            IsOrganisation = true,
            LegalForm = organisation.LegalForm,
            RegisterNumber = organisation.RegisterNumber,
            RegisterCourt = organisation.RegisterCourt,
            ActingPerson = FullName(identity.Person),
            Absent = Absences.OfCompany(identity),
        },
        { Person: var person } => Common(identity, way, FullName(person)) with
        {
            GivenNames = person.GivenNames,
            FamilyName = person.FamilyName,
            BirthName = person.BirthName,
            AcademicTitle = person.AcademicTitle,
            DateOfBirth = person.DateOfBirth?.ToIsoText(),
            PlaceOfBirth = person.PlaceOfBirth,
            Absent = Absences.OfPerson(identity),
        },
    };

    private static Owner Common(EidIdentity identity, LogInWay? way, string name) => new()
    {
        UserKey = identity.Pseudonym!.ToUserKey(),
        IsOrganisation = false,
        DisplayName = name,
        AddressLines = AddressLines(identity.Address),
        AssuranceLevel = GermanLevel.Of(identity.Level),
        LogIn = way?.Name,
    };

    private static string FullName(EidPerson person) => Words(person.AcademicTitle, person.GivenNames, person.FamilyName);

    private static string[] AddressLines(EidAddress? address) => address switch
    {
        StructuredAddress a => [.. new[] { Words(a.Street, a.HouseNumber), a.Supplement ?? "", a.District ?? "", Words(a.PostalCode, a.Locality), Abroad(a.Country) }.Where(line => line.Length > 0)],
        FreeTextAddress text => text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        NoAddress none => [none.Text ?? "keine feste Anschrift"],
        _ => [],
    };

    // Mail within the country does without it.
    private static string Abroad(CountryCode? country) => country is { } other && !other.SameAs(CountryCode.Germany) ? other.Iso ?? other.Text : "";

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word)));
}
