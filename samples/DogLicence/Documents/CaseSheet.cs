using DogLicence.Cases;
using DogLicence.Registration;

namespace DogLicence.Documents;

/// <summary>The case as people read it: the same labels and values on the summary page and in the PDF.</summary>
public sealed record CaseSheet(string Number, IReadOnlyList<SheetSection> Sections)
{
    /// <param name="wording">The language; without it German, as every document is.</param>
    public static CaseSheet Of(OpenCase open, Proof? proof, Wording? wording = null)
    {
        var (content, dog, say) = (open.Content, Registered(open), wording ?? Wording.German);
        return new CaseSheet(open.Row.Number,
        [
            new(say["Antrag"], [
                Foreign(say, "Leistung", content.ServiceName),
                Foreign(say, "Ort", content.PlaceName),
                Foreign(say, "Zuständige Stelle", content.Office.Name),
            ]),
            new(say["Halterin oder Halter"], OwnerLines(content.Owner!, say)),
            new(say["Hund"], DogLines(dog, content.Owner!, say)),
            new(say["Steuer"], TaxLines(dog.Tax, say)),
            new(say["Haftpflichtversicherung"], InsuranceLines(dog, proof, say)),
            new(say["Bestätigung"], [new(say["E-Mail-Adresse"], dog.ContactMail ?? say["nicht gewünscht"]), .. Line(say, "Angaben bestätigt am", Confirmed(content, say))]),
        ]);
    }

    private static string? Confirmed(DogCase content, Wording say) => content.ConfirmedAt is { } moment ? say.Moment(moment) : null;

    private static DogRegistration Registered(OpenCase open) =>
        open.Content.Registration ?? throw new InvalidOperationException("The form of this case was not filled in yet.");

    public static IReadOnlyList<SheetLine> OwnerLines(Owner owner, Wording? wording = null)
    {
        var say = wording ?? Wording.German;
        return
        [
            .. owner.IsOrganisation ? CompanyLines(owner, say) : PersonLines(owner, say),
            owner.AddressLines.Count > 0 ? Foreign(say, "Anschrift", string.Join(", ", owner.AddressLines)) : new(say["Anschrift"], Absence(owner, Absences.Address, say) ?? say["nicht angegeben"]),
            .. Line(say, "Angemeldet mit", owner.LogIn is { } name ? say[name] : null),
            new(say["Vertrauensniveau der Anmeldung"], say[owner.AssuranceLevel]),
        ];
    }

    private static IEnumerable<SheetLine> PersonLines(Owner owner, Wording say) =>
    [
        new(say["Name"], owner.DisplayName),
        .. Line(say, "Geburtsname", owner.BirthName ?? Absence(owner, Absences.BirthName, say)),
        .. Line(say, "Geburtsdatum", owner.DateOfBirth is { } birth ? say.PartialDate(birth) : Absence(owner, Absences.DateOfBirth, say)),
        .. Line(say, "Geburtsort", owner.PlaceOfBirth),
    ];

    private static IEnumerable<SheetLine> CompanyLines(Owner owner, Wording say) =>
    [
        new(say["Firmenname"], owner.DisplayName),
        .. Line(say, "Rechtsform", owner.LegalForm),
        .. Line(say, "Registernummer", owner.RegisterNumber),
        .. Line(say, "Registergericht", owner.RegisterCourt),
        .. Line(say, "Handelnde Person", owner.ActingPerson),
    ];

    private static string? Absence(Owner owner, string datum, Wording say) => owner.Absent.FirstOrDefault(absent => absent.Datum == datum) is { } absent ? say[absent.Reason] : null;

    private static IReadOnlyList<SheetLine> DogLines(DogRegistration dog, Owner owner, Wording say) =>
    [
        new(say["Rufname"], dog.Name),
        new(say["Rasse"], dog.Breed),
        new(say["Geschlecht"], say[dog.Sex == DogSex.Male ? "männlich" : "weiblich"]),
        new(say["Farbe"], dog.Colour),
        new(say["Geboren"], Birth(dog.Birth, say)),
        new(say[owner.IsOrganisation ? "Gehalten seit" : "Im Haushalt seit"], say.Date(dog.ArrivedOn)),
        new(say["Chipnummer"], dog.ChipNumber ?? say["keine"]),
        new(say["Gefährlicher Hund"], say[dog.IsDangerous ? "ja" : "nein"]),
    ];

    private static IReadOnlyList<SheetLine> TaxLines(DeclaredTax tax, Wording say) =>
    [
        Foreign(say, "Steuerklasse", tax.Label),
        new(say["Betrag für ein Jahr"], say.Money(tax.Amount)),
        Foreign(say, "Rechtsgrundlage", tax.Statute),
    ];

    private static IReadOnlyList<SheetLine> InsuranceLines(DogRegistration dog, Proof? proof, Wording say) => dog.Insurance is null
        ? [new(say["Versicherung"], say["keine"])]
        :
        [
            new(say["Versicherung"], dog.Insurance.Company),
            new(say["Versicherungsschein"], dog.Insurance.PolicyNumber),
            new(say["Nachweis"], proof is null ? say["nicht beigefügt"] : say["beigefügt ({0} KB)", proof.Size / 1024 + 1]),
        ];

    public static string Money(decimal amount) => Wording.German.Money(amount);

    private static string Birth(DogBirth birth, Wording say) => birth.Day is { } day ? say.Date(new DateOnly(birth.Year, birth.Month, day)) : say.Month(birth.Year, birth.Month);

    private static IEnumerable<SheetLine> Line(Wording say, string label, string? value) => value is null ? [] : [new SheetLine(say[label], value)];

    // What the service did not write itself stays German on every page.
    private static SheetLine Foreign(Wording say, string label, string value) => new(say[label], value) { Language = say.GermanPart };
}
