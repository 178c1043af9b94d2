namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>A data group or function of a document, in the order of the schema (TR-03130-1, section 3.3.7).</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Label">On the page (German).</param>
internal sealed record EidOperation(string Name, string Label)
{
    public const string AgeVerification = nameof(AgeVerification);
    public const string PlaceVerification = nameof(PlaceVerification);

    public static IReadOnlyList<EidOperation> All { get; } =
    [
        new("DocumentType", "Dokumenttyp"),
        new("IssuingState", "Ausstellender Staat"),
        new("DateOfExpiry", "Gültig bis"),
        new("GivenNames", "Vorname(n)"),
        new("FamilyNames", "Familienname"),
        new("ArtisticName", "Ordens- oder Künstlername"),
        new("AcademicTitle", "Doktorgrad"),
        new("DateOfBirth", "Geburtsdatum"),
        new("PlaceOfBirth", "Geburtsort"),
        new("Nationality", "Staatsangehörigkeit"),
        new("BirthName", "Geburtsname"),
        new("PlaceOfResidence", "Anschrift"),
        new("CommunityID", "Wohnort (amtlicher Schlüssel)"),
        new("ResidencePermitI", "Nebenbestimmungen I"),
        new("RestrictedID", "Pseudonym"),
        new(AgeVerification, "Altersprüfung"),
        new(PlaceVerification, "Wohnortprüfung"),
    ];
}
