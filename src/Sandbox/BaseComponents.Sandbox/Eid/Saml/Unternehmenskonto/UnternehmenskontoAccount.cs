using System.Globalization;
using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml.Answers;

namespace BaseComponents.Sandbox.Eid.Saml.Unternehmenskonto;

/// <summary>A company, or a person with a certificate of their own, as the Unternehmenskonto describes them.</summary>
internal static class UnternehmenskontoAccount
{
    public const string Identification = "ElsterVertrauensniveauIdentifizierung";
    public const string Authentication = "ElsterVertrauensniveauAuthentifizierung";
    public const string TestAccount = "IstTestkonto";
    private const string Substantial = "substanziell";

    public static IReadOnlyList<SamlAttribute> AttributesOf(SandboxPerson person, string sender) =>
    [
        .. Texts(person, sender).Where(text => text.Value is not null).Select(text => new SamlAttribute(text.Name, text.Value) { IsRequired = text.Name is "Name" or "Firmenname" }),
        .. Address(person),
    ];

    private static IEnumerable<(string Name, string? Value)> Texts(SandboxPerson person, string sender) =>
    [
        (TestAccount, "false"),
        ("DatenkranzTyp", person.Company is null ? "IdNr" : "StNr"),
        (Identification, Substantial),
        (Authentication, Substantial),
        ("PersTyp", person.Company is null ? "NatPers" : "NNatPers"),
        .. Company(person.Company),
        ("DatenuebermittlerPseudonymId", sender),
        ("AkademischerGrad", person.Title),
        ("Vorname", person.GivenName),
        ("Name", person.FamilyName),
        ("Geburtsdatum", German(person.Birthdate)),
        ("Postfachhandle", person.MailboxHandle),
    ];

    private static IEnumerable<(string Name, string? Value)> Company(SandboxCompany? company) => company is null ? [] :
    [
        ("Firmenname", company.Name),
        ("Rechtsform", LegalForm(company.LegalForm)),
        ("RechtsformText", company.LegalForm),
        ("Registernummer", company.RegisterNumber.Split(' ')[1]),
        ("Registerart", company.RegisterNumber.Split(' ')[0]),
        ("Registergericht", company.RegisterCourt),
    ];

    // The list of the tax administration's three digits is not public: these two are invented.
    private static string LegalForm(string text) => text == "GmbH" ? "901" : "902";

    private static IEnumerable<SamlAttribute> Address(SandboxPerson person) => person.Address is { Street: { } street } address
        ? [new SamlAttribute(person.Company is null ? "Anschrift" : "Unternehmensanschrift", Text: null) { Address = [.. Parts(address, street).Where(part => part.Value.Length > 0)] }]
        : [];

    private static IEnumerable<(string Name, string Value)> Parts(SandboxAddress address, string street)
    {
        var (name, number) = Split(street);
        return
        [
            ("Typ", address.Country == "D" ? "Inland" : "Ausland"),
            ("Strasse", name),
            ("Hausnummer", number),
            ("PLZ", address.PostalCode ?? ""),
            ("Ort", address.Locality ?? ""),
            ("Land", address.Country ?? ""),
        ];
    }

    private static (string Name, string Number) Split(string street)
    {
        var digit = street.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? (street, "") : (street[..digit].TrimEnd(), street[digit..]);
    }

    private static string? German(string? birthdate) =>
        DateOnly.TryParseExact(birthdate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : null;
}
