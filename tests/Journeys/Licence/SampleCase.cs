using DogLicence.Cases;
using DogLicence.Registration;

namespace BaseComponents.Tests.Journeys.Licence;

/// <summary>A complete case with names that break naive documents: ẞ, combining marks, letters of DIN 91379.</summary>
internal static class SampleCase
{
    public const string HardName = "M\u0302arta N\u0302 STRAẞE-Łukašević C\u0328\u0306";

    public static readonly DogTaxOptions Tax = new()
    {
        Statute = "Mustersatzung",
        Classes =
        [
            new TaxClass { Key = "erster-hund", Label = "Erster Hund", Amount = 84m },
            new TaxClass { Key = "gefaehrlicher-hund", Label = "Gefährlicher Hund", Amount = 480m, ForDangerousDogs = true },
        ],
    };

    public static OpenCase Open(string dogName = "Büffel", string ownerName = HardName) => new(Row(), Content(dogName, ownerName));

    public static CaseRow Row(CaseStage stage = CaseStage.Draft, long changedAt = 0, string id = "id") => new()
    {
        Id = id,
        BrowserHash = new byte[32],
        Number = "HUND-2026-" + id,
        Content = [],
        Stage = stage,
        ChangedAt = changedAt,
    };

    public static DogCase Content(string dogName = "Büffel", string ownerName = HardName) => new()
    {
        LeikaKey = "99102013104000",
        ServiceName = "Hundesteuer Anmeldung",
        RegionKey = "145220180180",
        PlaceName = "Freiberg",
        Office = new CompetentOffice("Stadtverwaltung Freiberg, Steueramt", ["Obermarkt 24", "09599 Freiberg"], "steueramt@freiberg.amt.example", ["Gefunden."]),
        Owner = Owner(ownerName),
        Registration = Registration(dogName),
        ConfirmedAt = new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero),
    };

    public static DogForm Form() => DogForm.Of(Registration("Büffel"));

    private static Owner Owner(string name) => new()
    {
        UserKey = "key",
        IsOrganisation = false,
        DisplayName = name,
        FamilyName = name,
        DateOfBirth = "1970-08",
        AddressLines = ["Straße der Einheit 1", "09599 Freiberg"],
        AssuranceLevel = "substanziell",
    };

    public static OpenCase OpenCompany() => new(Row(), Content() with
    {
        Owner = new Owner
        {
            UserKey = "key",
            IsOrganisation = true,
            DisplayName = "Zwinger & Söhne <GmbH>",
            LegalForm = "GmbH",
            RegisterNumber = "HRB 99001",
            RegisterCourt = "Amtsgericht Dresden",
            ActingPerson = HardName,
            AddressLines = [],
            Absent = [new AbsentValue("Anschrift", "nicht übermittelt")],
            AssuranceLevel = "substanziell",
            LogIn = "Mein Unternehmenskonto",
        },
    });

    private static DogRegistration Registration(string name) => new()
    {
        Name = name,
        Breed = "Schäferhund",
        Sex = DogSex.Female,
        Colour = "schwarz",
        Birth = new DogBirth(2024, 3, null),
        ArrivedOn = new DateOnly(2024, 6, 1),
        ChipNumber = "276098106123456",
        IsDangerous = false,
        Tax = Tax.Declare("erster-hund")!,
        Insurance = new Insurance("Muster Versicherung", "HV-12345"),
        ContactMail = "citizen@example.org",
    };
}
