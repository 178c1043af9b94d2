namespace BaseComponents.Authorities;

/// <summary>What a text of a service is about. Unknown codes keep their text.</summary>
/// <param name="Code">The code of the delivery.</param>
/// <remarks>Textmodul, list urn:de:xzufi:codeliste:leistungstextmodulleika.</remarks>
public readonly record struct TextModule(string Code)
{
    /// <summary>Name in the catalogue.</summary>
    /// <remarks>Leistungsbezeichnung.</remarks>
    public static TextModule CatalogueName => new("02");

    /// <summary>Name for citizens.</summary>
    /// <remarks>Leistungsbezeichnung II.</remarks>
    public static TextModule CitizensName => new("03");

    /// <summary>Short text.</summary>
    /// <remarks>Kurztext.</remarks>
    public static TextModule ShortText => new("05");

    /// <summary>Full text.</summary>
    /// <remarks>Volltext.</remarks>
    public static TextModule FullText => new("06");

    /// <summary>The law behind it.</summary>
    /// <remarks>Rechtsgrundlagen.</remarks>
    public static TextModule LegalBasis => new("07");

    /// <summary>Documents to bring.</summary>
    /// <remarks>Erforderliche Unterlagen.</remarks>
    public static TextModule RequiredDocuments => new("08");

    /// <summary>Conditions.</summary>
    /// <remarks>Voraussetzungen.</remarks>
    public static TextModule Conditions => new("09");

    /// <summary>How it goes on.</summary>
    /// <remarks>Verfahrensablauf.</remarks>
    public static TextModule Procedure => new("11");

    /// <summary>Forms.</summary>
    /// <remarks>Formulare.</remarks>
    public static TextModule Forms => new("14");

    /// <summary>Where to read more.</summary>
    /// <remarks>Weiterführende Informationen.</remarks>
    public static TextModule FurtherInformation => new("15");

    /// <summary>Hints.</summary>
    /// <remarks>Hinweise.</remarks>
    public static TextModule Hints => new("16");

    /// <summary>Who wrote it.</summary>
    /// <remarks>Urheber.</remarks>
    public static TextModule Author => new("18");

    /// <summary>Who is competent, in words.</summary>
    /// <remarks>Zuständige Stelle.</remarks>
    public static TextModule CompetentUnit => new("22");

    /// <summary>Whom to ask, in words.</summary>
    /// <remarks>Ansprechpunkt.</remarks>
    public static TextModule ContactPoint => new("23");

    /// <summary>Teaser.</summary>
    public static TextModule Teaser => new("24");

    /// <summary>What can be done against the decision.</summary>
    /// <remarks>Rechtsbehelf.</remarks>
    public static TextModule Remedy => new("25");
}
