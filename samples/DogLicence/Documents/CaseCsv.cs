using System.Text;
using DogLicence.Cases;
using DogLicence.Registration;

namespace DogLicence.Documents;

/// <summary>
/// The case as a table of one row: semicolons and a byte order mark, as German spreadsheets expect it. The columns are the same for every case,
/// so that offices can put the rows of many below each other; what is unknown is an empty cell.
/// </summary>
public static class CaseCsv
{
    public static byte[] Write(OpenCase open, Proof? proof)
    {
        var (content, dog) = (open.Content, open.Content.Registration!);
        (string Column, string? Value)[] cells = [.. CaseCells(open.Row.Number, content), .. OwnerCells(content.Owner!), .. DogCells(dog), .. TaxCells(dog, proof)];
        var text = Row(cells.Select(cell => cell.Column)) + Row(cells.Select(cell => cell.Value));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    private static (string, string?)[] CaseCells(string number, DogCase content) =>
    [
        ("Vorgangsnummer", number),
        ("Bestätigt am", content.ConfirmedAt is { } moment ? GermanDate.Moment(moment) : null),
        ("Leistungsschlüssel", content.LeikaKey),
        ("Regionalschlüssel", content.RegionKey),
        ("Ort", content.PlaceName),
        ("Zuständige Stelle", content.Office.Name),
    ];

    private static (string, string?)[] OwnerCells(Owner owner) =>
    [
        ("Halter: Art", owner.IsOrganisation ? "Unternehmen oder Verein" : "Person"),
        ("Halter: Anzeigename", owner.DisplayName),
        ("Halter: Akademischer Grad", owner.AcademicTitle),
        ("Halter: Vornamen", owner.GivenNames),
        ("Halter: Familienname", owner.FamilyName),
        ("Halter: Geburtsname", owner.BirthName),
        ("Halter: Geburtsdatum", owner.DateOfBirth is { } birth ? GermanDate.Partial(birth) : null),
        ("Halter: Geburtsort", owner.PlaceOfBirth),
        ("Halter: Rechtsform", owner.LegalForm),
        ("Halter: Registernummer", owner.RegisterNumber),
        ("Halter: Registergericht", owner.RegisterCourt),
        ("Halter: Handelnde Person", owner.ActingPerson),
        ("Halter: Anschrift", string.Join(", ", owner.AddressLines)),
        ("Halter: Fehlende Angaben", string.Join(", ", owner.Absent.Select(absent => $"{absent.Datum}: {absent.Reason}"))),
        ("Halter: Angemeldet mit", owner.LogIn),
        ("Halter: Vertrauensniveau", owner.AssuranceLevel),
    ];

    private static (string, string?)[] DogCells(DogRegistration dog) =>
    [
        ("Hund: Rufname", dog.Name),
        ("Hund: Rasse", dog.Breed),
        ("Hund: Geschlecht", dog.Sex == DogSex.Male ? "männlich" : "weiblich"),
        ("Hund: Farbe", dog.Colour),
        ("Hund: Geboren", dog.Birth.ToGerman()),
        ("Hund: Im Haushalt seit", GermanDate.Of(dog.ArrivedOn)),
        ("Hund: Chipnummer", dog.ChipNumber),
        ("Hund: Gefährlich", dog.IsDangerous ? "ja" : "nein"),
    ];

    private static (string, string?)[] TaxCells(DogRegistration dog, Proof? proof) =>
    [
        ("Steuer: Klasse", dog.Tax.Label),
        ("Steuer: Betrag", dog.Tax.Amount.ToString("0.00", Wording.GermanCulture)),
        ("Steuer: Rechtsgrundlage", dog.Tax.Statute),
        ("Versicherung: Name", dog.Insurance?.Company),
        ("Versicherung: Schein", dog.Insurance?.PolicyNumber),
        ("Versicherung: Nachweis", proof?.FileName),
        ("E-Mail-Adresse", dog.ContactMail),
    ];

    private static string Row(IEnumerable<string?> cells) => string.Join(';', cells.Select(cell => CsvCell.Of(cell ?? ""))) + "\r\n";
}
