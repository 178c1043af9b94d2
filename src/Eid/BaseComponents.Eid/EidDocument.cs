namespace BaseComponents.Eid;

/// <summary>The document or foreign scheme that the identity comes from.</summary>
public sealed record EidDocument
{
    /// <summary>Kind of document, such as <c>ID</c> for the identity card.</summary>
    /// <remarks>Dokumenttyp (TR-03130 DocumentType)</remarks>
    public string? Type { get; init; }

    /// <summary>State that issued it.</summary>
    /// <remarks>ausstellender Staat (TR-03130 IssuingState, BundID eIDAS-Issuing-Country)</remarks>
    public CountryCode? IssuingState { get; init; }

    /// <summary>The last day on which the document is valid.</summary>
    /// <remarks>Gültig bis (TR-03130 DateOfExpiry)</remarks>
    public DateOnly? DateOfExpiry { get; init; }

    /// <summary>Auxiliary conditions of a residence title, as printed on it.</summary>
    /// <remarks>Nebenbestimmungen I (TR-03130 ResidencePermitI)</remarks>
    public string? ResidencePermit { get; init; }

    /// <summary>The name of the type: the data stay out of logs.</summary>
    public override string ToString() => nameof(EidDocument);
}
