namespace BaseComponents.Sandbox.Eid.Persons;

/// <summary>The people and companies one can be. All invented; each teaches an application something.</summary>
internal static class SandboxPersons
{
    private const int LongestRelative = 16;

    public static IReadOnlyList<SandboxPerson> All { get; } = [.. Citizens(), .. Companies()];

    public static SandboxPerson? Find(string? key) => All.FirstOrDefault(person => person.Key == key);

    /// <summary>The person of that key, or a relative of one: <c>erika-xyz</c> is somebody else than Erika, with <c>XYZ</c> in the family name, the street and the mail address, and pseudonyms of her own.</summary>
    public static SandboxPerson? FindAlsoRelative(string? key, IReadOnlyList<SandboxPerson> among)
    {
        var (known, name) = key?.Split('-', 2) is [var first, var second] ? (first, second) : (key, null);
        if (among.FirstOrDefault(person => person.Key == known) is not { AlwaysCancels: false } found)
            return null;
        return name is null ? found : name.Length is > 0 and <= LongestRelative && name.All(char.IsAsciiLetterLower) ? found.Relative(name) : null;
    }

    private static IEnumerable<SandboxPerson> Citizens() =>
    [
        new("erika", "Erika Mustermann", "Der gewöhnliche Fall: alle Angaben.")
        {
            GivenName = "ERIKA", FamilyName = "MUSTERMANN", BirthFamilyName = "GABLER", Title = "DR.", Birthdate = "1964-08-12", PlaceOfBirth = "BERLIN",
            Address = new("SCHILLERSTRAẞE 17", "01067", "DRESDEN", "D"), Email = "erika.mustermann@buerger.example", MailboxHandle = "0b8f0f5e-1c5c-4a55-9d54-6a3f2f6c1a01",
        },
        new("amina", "Amina Rahmani", "Vom Geburtsdatum ist nur das Jahr bekannt; kein Geburtsname auf dem Chip.")
        {
            GivenName = "AMINA", FamilyName = "RAHMANI", Birthdate = "1971", PlaceOfBirth = "HERAT", Nationality = "AFG",
            Address = new("AM KANAL 3", "04177", "LEIPZIG", "D"), Email = "amina.rahmani@buerger.example", Absent = new Dictionary<string, string> { ["birth_family_name"] = "not_on_chip" },
        },
        new("juergen", "Jürgen Wandersmann", "Hat keine feste Anschrift.")
        {
            GivenName = "JÜRGEN", FamilyName = "WANDERSMANN", Birthdate = "1956-02-29", PlaceOfBirth = "ZITTAU",
            Address = new(null, null, null, null, NoHome),
        },
        new("zoe", "Zoë Weiẞ-Đặng M̂bango", "Großes ẞ und Zeichen, die sich aus mehreren zusammensetzen (DIN 91379).")
        {
            GivenName = "ZOË ĞÜLŞEN", FamilyName = "WEIẞ-ĐẶNG M\u0302BANGO\u0303", BirthFamilyName = "D\u0326ANIĻČENKO", Birthdate = "1988-11-30", PlaceOfBirth = "CHEMNITZ",
            Address = new("GROẞE KLOẞSTRAẞE 1 A", "09111", "CHEMNITZ", "D"), Email = "zoe@buerger.example",
        },
        new("giulia", "Giulia Rossi", "Unionsbürgerin mit dem Ausweis ihres Landes; Anschrift im Ausland.")
        {
            GivenName = "Giulia", FamilyName = "Rossi", Birthdate = "1990-05-04", PlaceOfBirth = "Bologna", Nationality = "IT",
            Address = new("Via Garibaldi 9", "40124", "Bologna", "IT"), Email = "giulia.rossi@cittadini.example", Method = SandboxMethod.Eidas,
        },
        new("ben", "Ben Mustermann", "Ist minderjährig.")
        {
            GivenName = "BEN", FamilyName = "MUSTERMANN", Birthdate = "2012-03-21", PlaceOfBirth = "DRESDEN", Address = new("SCHILLERSTRAẞE 17", "01067", "DRESDEN", "D"),
        },
        new("carla", "Carla Zögerlich", "Bricht jede Anmeldung ab.") { GivenName = "CARLA", FamilyName = "ZÖGERLICH", AlwaysCancels = true },
        new("lena", "Lena Basis", "Hat nur Benutzername und Passwort: für die meisten Dienste zu wenig.")
        {
            GivenName = "Lena", FamilyName = "Basis", Birthdate = "1995-07-01", Address = new("Hauptstraße 5", "02763", "Zittau", "D"), Email = "lena.basis@buerger.example",
            MailboxHandle = "0b8f0f5e-1c5c-4a55-9d54-6a3f2f6c1a08", Method = SandboxMethod.UserName,
        },
        new("greta", "Greta Zertifikat", "Weist sich mit ihrem persönlichen ELSTER-Zertifikat aus.")
        {
            GivenName = "Greta", FamilyName = "Zertifikat", Birthdate = "1979-01-09", Address = new("Parkweg 12", "08056", "Zwickau", "D"), Email = "greta.zertifikat@buerger.example",
            MailboxHandle = "0b8f0f5e-1c5c-4a55-9d54-6a3f2f6c1a09", Method = SandboxMethod.Elster,
        },
        new("otto", "Otto Sparsam", "Hat die Übermittlung von Geburtsdatum und Anschrift abgewählt.")
        {
            GivenName = "OTTO", FamilyName = "SPARSAM", PlaceOfBirth = "GÖRLITZ", Absent = new Dictionary<string, string> { ["birthdate"] = "refused", ["address"] = "refused" },
        },
    ];

    private static IEnumerable<SandboxPerson> Companies() =>
    [
        new("musterbau", "Musterbau GmbH", "Ein Unternehmen; es handelt der Geschäftsführer. Die Anschrift ist selbst eingetragen.")
        {
            GivenName = "Max", FamilyName = "Bauer", Company = new("Musterbau GmbH", "GmbH", "HRB 99001", "Amtsgericht Dresden"),
            Address = new("Industriestraße 40", "01129", "Dresden", "D"), Email = "post@musterbau.example", MailboxHandle = "0b8f0f5e-1c5c-4a55-9d54-6a3f2f6c1a10",
            Method = SandboxMethod.Elster, Trust = new Dictionary<string, string> { ["address"] = "STORK-QAA-Level-1" },
        },
        new("tierfreunde", "Tierfreunde Beispielstadt e. V.", "Ein Verein mit Eintrag im Vereinsregister.")
        {
            GivenName = "Petra", FamilyName = "Vorstand", Company = new("Tierfreunde Beispielstadt e. V.", "e. V.", "VR 4711", "Amtsgericht Leipzig"),
            Address = new("Hundegasse 2", "04109", "Leipzig", "D"), Email = "vorstand@tierfreunde.example", Method = SandboxMethod.Elster,
        },
    ];

    /// <summary>By this text the broker of the Sandbox says that there is no address.</summary>
    public const string NoHome = "keine Wohnung in Deutschland";
}
