using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Testing;

/// <summary>
/// What <see cref="FakeAuthorityDirectory.SmallMap"/> holds. Places and services are real, offices are invented: Freiberg has an office of its
/// own; Bärenstein and Königswalde share the postal code 09471 and the office for dogs, but not the one for residents.
/// </summary>
public static class SmallMapKeys
{
    /// <summary>Freiberg, postal code 09599.</summary>
    public static RegionKey Freiberg => RegionKey.Parse("145220180180");

    /// <summary>Bärenstein, postal code 09471.</summary>
    public static RegionKey Baerenstein => RegionKey.Parse("145215101060");

    /// <summary>Königswalde, postal code 09471.</summary>
    public static RegionKey Koenigswalde => RegionKey.Parse("145215101340");

    /// <summary>Registration of a dog for tax.</summary>
    public static LeikaKey DogRegistration => LeikaKey.Parse("99102013104000");

    /// <summary>Registration of a residence.</summary>
    public static LeikaKey ResidenceRegistration => LeikaKey.Parse("99115005104000");

    internal static FakeAuthorityDirectory Fill(FakeAuthorityDirectory directory)
    {
        directory
            .Add(Town(Freiberg, "Freiberg", "Mittelsachsen", "09599"))
            .Add(Town(Baerenstein, "Bärenstein", "Erzgebirgskreis", "09471"))
            .Add(Town(Koenigswalde, "Königswalde", "Erzgebirgskreis", "09471"))
            .Add(new PublicService(DogRegistration, "Hund anmelden (Hundesteuer)"))
            .Add(new PublicService(ResidenceRegistration, "Wohnsitz anmelden"));
        var freiberg = Office("freiberg", Freiberg, "Freiberg");
        var baerenstein = Office("baerenstein", Baerenstein, "Bärenstein");
        return directory
            .Answer(DogRegistration, Freiberg, freiberg)
            .Answer(DogRegistration, Baerenstein, baerenstein)
            .Answer(DogRegistration, Koenigswalde, baerenstein)
            .Answer(ResidenceRegistration, Freiberg, freiberg)
            .Answer(ResidenceRegistration, Baerenstein, baerenstein)
            .Answer(ResidenceRegistration, Koenigswalde, Office("koenigswalde", Koenigswalde, "Königswalde"));
    }

    private static Municipality Town(RegionKey key, string name, string district, string postalCode) =>
        new(key, name) { District = district, PostalCodes = [PostalCode.Parse(postalCode)] };

    private static Competence.Found Office(string slug, RegionKey area, string name) => new(
        new Office(new OfficeId("FAKE", "", slug), $"Verwaltung {name}") { MailAddress = $"verwaltung@{slug}.amt.example" },
        new MatchedArea(RegionLevel.Municipality, area, name));
}
