namespace BaseComponents.Eid;

/// <summary>Where a person lives or a company sits: <see cref="StructuredAddress"/>, <see cref="FreeTextAddress"/> or <see cref="NoAddress"/>.</summary>
/// <remarks>Anschrift; the three shapes are those of GeneralPlaceType in BSI TR-03130.</remarks>
public abstract record EidAddress
{
    private protected EidAddress()
    {
    }

    /// <summary>The name of the type: the address stays out of logs.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>An address in its parts. Each may be missing.</summary>
/// <remarks>StructuredPlace (TR-03130), <c>address</c> (OpenID Connect Core, section 5.1.1)</remarks>
public sealed record StructuredAddress : EidAddress
{
    /// <summary>Street, with the house number where the service does not part them.</summary>
    public string? Street { get; init; }

    /// <summary>House number, where the service parts it from the street.</summary>
    /// <remarks>Hausnummer</remarks>
    public string? HouseNumber { get; init; }

    /// <summary>Care-of line, floor, rear building.</summary>
    /// <remarks>Adressergänzung</remarks>
    public string? Supplement { get; init; }

    /// <summary>Postal code.</summary>
    /// <remarks>Postleitzahl</remarks>
    public string? PostalCode { get; init; }

    /// <summary>Town.</summary>
    /// <remarks>Ort</remarks>
    public string? Locality { get; init; }

    /// <summary>Part of the town.</summary>
    /// <remarks>Ortsteil</remarks>
    public string? District { get; init; }

    /// <summary>State or province.</summary>
    public string? Region { get; init; }

    /// <summary>Country.</summary>
    /// <remarks>Land, Staat</remarks>
    public CountryCode? Country { get; init; }
}

/// <summary>An address as one text, possibly of several lines.</summary>
/// <remarks>FreetextPlace (TR-03130)</remarks>
/// <param name="Text">As the service gave it.</param>
public sealed record FreeTextAddress(string Text) : EidAddress;

/// <summary>The service states that there is no address, such as for people without a home in Germany. Not the same as an unknown one.</summary>
/// <remarks>NoPlaceInfo (TR-03130)</remarks>
/// <param name="Text">The service's wording, such as "keine Wohnung in Deutschland".</param>
public sealed record NoAddress(string? Text = null) : EidAddress;
