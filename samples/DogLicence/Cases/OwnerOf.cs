using BaseComponents.Eid;

namespace DogLicence.Cases;

/// <summary>Copies what this service needs out of a verified identity, and nothing else.</summary>
public static class OwnerOf
{
    /// <summary>The keeper, or null for a guest: without a pseudonym nobody could come back to the case.</summary>
    public static Owner? Identity(EidIdentity identity) => identity.Pseudonym is null ? null : new Owner
    {
        UserKey = identity.Pseudonym.ToUserKey(),
        IsOrganisation = identity.Kind == EidIdentityKind.Organisation,
        DisplayName = DisplayName(identity),
        GivenNames = identity.Person.GivenNames,
        FamilyName = identity.Person.FamilyName,
        BirthName = identity.Person.BirthName,
        AcademicTitle = identity.Person.AcademicTitle,
        DateOfBirth = identity.Person.DateOfBirth?.ToIsoText(),
        PlaceOfBirth = identity.Person.PlaceOfBirth,
        RegisterNumber = identity.Organisation?.RegisterNumber,
        AddressLines = AddressLines(identity.Address),
        AssuranceLevel = GermanLevel.Of(identity.Level),
    };

    private static string DisplayName(EidIdentity identity) => identity.Organisation is { } organisation
        ? Words(organisation.Name, organisation.LegalForm is { } form && organisation.Name?.EndsWith(form, StringComparison.Ordinal) != true ? form : null)
        : Words(identity.Person.AcademicTitle, identity.Person.GivenNames, identity.Person.FamilyName);

    private static string[] AddressLines(EidAddress? address) => address switch
    {
        StructuredAddress a => [.. new[] { Words(a.Street, a.HouseNumber), a.Supplement ?? "", a.District ?? "", Words(a.PostalCode, a.Locality) }.Where(line => line.Length > 0)],
        FreeTextAddress text => text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        NoAddress none => [none.Text ?? "keine feste Anschrift"],
        _ => [],
    };

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(word => !string.IsNullOrWhiteSpace(word)));
}
