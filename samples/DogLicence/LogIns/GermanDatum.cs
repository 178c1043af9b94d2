using BaseComponents.Eid;

namespace DogLicence.LogIns;

/// <summary>A datum of a log-in in the words of the privacy page.</summary>
public static class GermanDatum
{
    public static string Of(EidAttribute? attribute) => attribute switch
    {
        EidAttribute.GivenNames => "Vornamen",
        EidAttribute.FamilyName => "Familienname",
        EidAttribute.BirthName => "Geburtsname",
        EidAttribute.AcademicTitle => "akademischer Grad",
        EidAttribute.DateOfBirth => "Geburtsdatum",
        EidAttribute.PlaceOfBirth => "Geburtsort",
        EidAttribute.Nationality => "Staatsangehörigkeit",
        EidAttribute.Address => "Anschrift",
        EidAttribute.MailAddress => "E-Mail-Adresse",
        EidAttribute.Mailbox => "Postfach",
        EidAttribute.Pseudonym => "Kennung Ihres Kontos für diesen Dienst",
        _ => "weitere Angabe",
    };
}
