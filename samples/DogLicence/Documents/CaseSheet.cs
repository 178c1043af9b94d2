using System.Globalization;
using DogLicence.Cases;
using DogLicence.Registration;

namespace DogLicence.Documents;

/// <summary>The case as people read it: the same labels and values on the summary page and in the PDF.</summary>
public sealed record CaseSheet(string Number, IReadOnlyList<SheetSection> Sections)
{
    public static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static CaseSheet Of(OpenCase open, Proof? proof)
    {
        var (content, dog) = (open.Content, Registered(open));
        return new CaseSheet(open.Row.Number,
        [
            new("Antrag", [
                new("Leistung", content.ServiceName),
                new("Ort", content.PlaceName),
                new("Zuständige Stelle", content.Office.Name),
            ]),
            new("Halterin oder Halter", OwnerLines(content.Owner!)),
            new("Hund", DogLines(dog, content.Owner!)),
            new("Steuer", TaxLines(dog.Tax)),
            new("Haftpflichtversicherung", InsuranceLines(dog, proof)),
            new("Bestätigung", [new("E-Mail-Adresse", dog.ContactMail ?? "nicht gewünscht"), .. Line("Angaben bestätigt am", Confirmed(content))]),
        ]);
    }

    private static string? Confirmed(DogCase content) => content.ConfirmedAt is { } moment ? GermanDate.Moment(moment) : null;

    private static DogRegistration Registered(OpenCase open) =>
        open.Content.Registration ?? throw new InvalidOperationException("The form of this case was not filled in yet.");

    public static IReadOnlyList<SheetLine> OwnerLines(Owner owner) =>
    [
        .. owner.IsOrganisation ? CompanyLines(owner) : PersonLines(owner),
        new("Anschrift", owner.AddressLines.Count > 0 ? string.Join(", ", owner.AddressLines) : Absence(owner, Absences.Address) ?? "nicht angegeben"),
        .. Line("Angemeldet mit", owner.LogIn),
        new("Vertrauensniveau der Anmeldung", owner.AssuranceLevel),
    ];

    private static IEnumerable<SheetLine> PersonLines(Owner owner) =>
    [
        new("Name", owner.DisplayName),
        .. Line("Geburtsname", owner.BirthName ?? Absence(owner, Absences.BirthName)),
        .. Line("Geburtsdatum", owner.DateOfBirth is { } birth ? GermanDate.Partial(birth) : Absence(owner, Absences.DateOfBirth)),
        .. Line("Geburtsort", owner.PlaceOfBirth),
    ];

    private static IEnumerable<SheetLine> CompanyLines(Owner owner) =>
    [
        new("Firmenname", owner.DisplayName),
        .. Line("Rechtsform", owner.LegalForm),
        .. Line("Registernummer", owner.RegisterNumber),
        .. Line("Registergericht", owner.RegisterCourt),
        .. Line("Handelnde Person", owner.ActingPerson),
    ];

    private static string? Absence(Owner owner, string datum) => owner.Absent.FirstOrDefault(absent => absent.Datum == datum)?.Reason;

    private static IReadOnlyList<SheetLine> DogLines(DogRegistration dog, Owner owner) =>
    [
        new("Rufname", dog.Name),
        new("Rasse", dog.Breed),
        new("Geschlecht", dog.Sex == DogSex.Male ? "männlich" : "weiblich"),
        new("Farbe", dog.Colour),
        new("Geboren", dog.Birth.ToGerman()),
        new(owner.IsOrganisation ? "Gehalten seit" : "Im Haushalt seit", GermanDate.Of(dog.ArrivedOn)),
        new("Chipnummer", dog.ChipNumber ?? "keine"),
        new("Gefährlicher Hund", dog.IsDangerous ? "ja" : "nein"),
    ];

    private static IReadOnlyList<SheetLine> TaxLines(DeclaredTax tax) =>
    [
        new("Steuerklasse", tax.Label),
        new("Betrag für ein Jahr", Money(tax.Amount)),
        new("Rechtsgrundlage", tax.Statute),
    ];

    private static IReadOnlyList<SheetLine> InsuranceLines(DogRegistration dog, Proof? proof) => dog.Insurance is null
        ? [new("Versicherung", "keine")]
        :
        [
            new("Versicherung", dog.Insurance.Company),
            new("Versicherungsschein", dog.Insurance.PolicyNumber),
            new("Nachweis", proof is null ? "nicht beigefügt" : $"beigefügt ({proof.Size / 1024 + 1} KB)"),
        ];

    public static string Money(decimal amount) => amount.ToString("N2", German) + " €";

    private static IEnumerable<SheetLine> Line(string label, string? value) => value is null ? [] : [new SheetLine(label, value)];
}
