using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Rules under which data were checked, as a broker names them in <c>verified_claims</c>, and what that is worth here.</summary>
public sealed class EidTrustFramework
{
    /// <summary>Name of the rules (<c>trust_framework</c>), such as <c>eidas</c>; compared exactly.</summary>
    [Required]
    public string? Name { get; set; }

    /// <summary>The level under these rules (<c>assurance_level</c>); compared exactly.</summary>
    /// <value><see langword="null"/>: taken only where the broker names none.</value>
    public string? AssuranceLevel { get; set; }

    /// <summary>How far data checked in this way are trusted.</summary>
    [Required]
    public AssuranceLevel? Level { get; set; }
}
