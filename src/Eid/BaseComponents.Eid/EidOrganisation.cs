namespace BaseComponents.Eid;

/// <summary>A company, association or authority.</summary>
/// <remarks>Organisation, nicht natürliche Person</remarks>
public sealed record EidOrganisation
{
    /// <summary>Registered name.</summary>
    /// <remarks>Firmenname</remarks>
    public string? Name { get; init; }

    /// <summary>Legal form, such as "GmbH".</summary>
    /// <remarks>Rechtsform</remarks>
    public string? LegalForm { get; init; }

    /// <summary>Code of the legal form, as the tax administration numbers them.</summary>
    /// <remarks>Rechtsform (Schlüssel)</remarks>
    public string? LegalFormCode { get; init; }

    /// <summary>What the organisation does, in words.</summary>
    /// <remarks>Tätigkeit</remarks>
    public string? Activity { get; init; }

    /// <summary>Number in the register, such as "HRB 12345".</summary>
    /// <remarks>Registernummer</remarks>
    public string? RegisterNumber { get; init; }

    /// <summary>Court that keeps the register.</summary>
    /// <remarks>Registergericht</remarks>
    public string? RegisterCourt { get; init; }

    /// <summary>The name of the type: a sole trader's company name is a person's name.</summary>
    public override string ToString() => nameof(EidOrganisation);
}
