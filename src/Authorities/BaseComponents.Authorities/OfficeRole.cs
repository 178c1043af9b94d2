namespace BaseComponents.Authorities;

/// <summary>In which capacity a unit is named for a service. Unknown codes keep their text and never count as competent.</summary>
/// <param name="Code">The code of the delivery.</param>
/// <remarks>XZuFi zustaendigkeit/rolle. Source: docs/standards.md, Authorities, "Roles".</remarks>
public readonly record struct OfficeRole(string Code)
{
    /// <summary>The unit decides.</summary>
    /// <remarks>Zuständige Stelle (01).</remarks>
    public static OfficeRole Competent => new("01");

    /// <summary>The unit decides and advises.</summary>
    /// <remarks>Zuständige Stelle und Ansprechpartner (02).</remarks>
    public static OfficeRole CompetentAndContact => new("02");

    /// <summary>The unit advises only.</summary>
    /// <remarks>Ansprechpartner (03).</remarks>
    public static OfficeRole Contact => new("03");

    /// <summary>Whether a unit of this role decides about the matter.</summary>
    public bool IsCompetent => this == Competent || this == CompetentAndContact;
}
