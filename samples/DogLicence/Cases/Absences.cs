using BaseComponents.Eid;

namespace DogLicence.Cases;

/// <summary>Which values a clerk would miss, and why they are not there. What nobody asked for is missed by nobody.</summary>
public static class Absences
{
    public const string DateOfBirth = "Geburtsdatum";
    public const string BirthName = "Geburtsname";
    public const string Address = "Anschrift";

    public static IReadOnlyList<AbsentValue> OfPerson(EidIdentity identity) =>
    [
        .. Of(identity, EidAttribute.DateOfBirth, DateOfBirth),
        .. Of(identity, EidAttribute.Address, Address),
        // Most people have none; it is missed only where the log-in says that there may be one.
        .. identity.AbsenceOf(EidAttribute.BirthName) is AbsenceReason.Unstated ? [] : Of(identity, EidAttribute.BirthName, BirthName),
    ];

    public static IReadOnlyList<AbsentValue> OfCompany(EidIdentity identity) => [.. Of(identity, EidAttribute.Address, Address)];

    private static IEnumerable<AbsentValue> Of(EidIdentity identity, EidAttribute attribute, string datum) =>
        identity.AbsenceOf(attribute) is { } reason and not AbsenceReason.NotRequested ? [new AbsentValue(datum, InGerman(reason))] : [];

    private static string InGerman(AbsenceReason reason) => reason switch
    {
        AbsenceReason.Refused => "Übermittlung abgelehnt",
        AbsenceReason.NotOnChip => "nicht im Ausweis gespeichert",
        _ => "nicht übermittelt",
    };
}
