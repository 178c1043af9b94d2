namespace BaseComponents.Authorities.Routing;

/// <summary>
/// A destination for a service at a place, with what the routing service says of the office behind it. Only <see cref="Destination"/> is
/// signed; all else is hints for people.
/// </summary>
/// <remarks>Routingergebnis.</remarks>
public sealed record Route
{
    /// <summary>Where an application goes, or why nothing may be sent there.</summary>
    /// <remarks>Zustellpunkt.</remarks>
    public required SignedDestination Destination { get; init; }

    /// <summary>Name of the office with all it belongs to.</summary>
    public string? Name { get; init; }

    /// <summary>Short name of the office.</summary>
    public string? ShortName { get; init; }

    /// <summary>The office's logo (https only).</summary>
    public Uri? Logo { get; init; }

    /// <summary>Who is named for the service, at most 500.</summary>
    public IReadOnlyList<ContactPerson> ContactPersons { get; init; } = [];

    /// <summary>Where the office is.</summary>
    /// <remarks>Hausanschrift.</remarks>
    public RouteAddress? Address { get; init; }

    /// <summary>Where letters go.</summary>
    /// <remarks>Postanschrift.</remarks>
    public RouteAddress? PostalAddress { get; init; }

    /// <summary>The office's post office box.</summary>
    public PostOfficeBox? PostOfficeBox { get; init; }

    /// <summary>The office's statement on data protection (https only).</summary>
    /// <remarks>Datenschutzerklärung.</remarks>
    public Uri? PrivacyPolicy { get; init; }

    /// <summary>Who answers for the office's pages (https only).</summary>
    /// <remarks>Impressum.</remarks>
    public Uri? Imprint { get; init; }

    /// <summary>The office's statement on accessibility (https only).</summary>
    /// <remarks>Barrierefreiheitserklärung.</remarks>
    public Uri? AccessibilityStatement { get; init; }

    /// <summary>A form to write to the office (https only).</summary>
    public Uri? ContactForm { get; init; }

    /// <summary>More about the service, in each language.</summary>
    public IReadOnlyList<LocalText> FurtherInformation { get; init; } = [];

    /// <summary>Which documents are needed, in each language.</summary>
    /// <remarks>Erforderliche Unterlagen.</remarks>
    public IReadOnlyList<LocalText> RequiredDocuments { get; init; } = [];

    /// <summary>The law behind the service, in each language.</summary>
    /// <remarks>Rechtsgrundlagen.</remarks>
    public IReadOnlyList<LocalText> LegalBasis { get; init; } = [];

    /// <summary>What must be done by when, in each language.</summary>
    /// <remarks>Fristen.</remarks>
    public IReadOnlyList<LocalText> Deadlines { get; init; } = [];

    /// <summary>How long the office takes; none where the service does not say.</summary>
    public ProcessingTime? ProcessingTime { get; init; }

    /// <summary>Parameters of the service that nobody has standardised: texts, numbers and truth values as text; anything else is left out.</summary>
    /// <remarks>Dienstspezifische Parameter.</remarks>
    public IReadOnlyDictionary<string, string> CustomParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Which system the route comes from, such as <c>PVOG</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>Parameters that only version 1 of the interface sends; unchecked.</summary>
    public DestinationParameters? Parameters { get; init; }
}
