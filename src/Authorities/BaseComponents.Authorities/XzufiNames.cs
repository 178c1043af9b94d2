using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Authorities;

/// <summary>
/// Names inside a unit of XZuFi 2.2 that could not be confirmed in a public source. Change them where a delivery spells them otherwise;
/// namespace and everything else are fixed by the standard.
/// </summary>
public sealed class XzufiNames
{
    /// <summary>Street, within <c>anschrift</c>.</summary>
    /// <value><c>strasse</c></value>
    [Required]
    public string Street { get; set; } = "strasse";

    /// <summary>House number, within <c>anschrift</c>.</summary>
    /// <value><c>hausnummer</c></value>
    [Required]
    public string HouseNumber { get; set; } = "hausnummer";

    /// <summary>Postal code, within <c>anschrift</c>.</summary>
    /// <value><c>postleitzahl</c></value>
    [Required]
    public string PostalCode { get; set; } = "postleitzahl";

    /// <summary>One way to reach the unit; holds <c>kanal/code</c> (list urn:de:xoev:codeliste:erreichbarkeit) and <c>kennung</c>.</summary>
    /// <value><c>kommunikation</c></value>
    [Required]
    public string Communication { get; set; } = "kommunikation";

    /// <summary>Within a competence: what the unit does in the matter.</summary>
    /// <value><c>auspraegung</c></value>
    [Required]
    public string Capacity { get; set; } = "auspraegung";

    /// <summary>The value of <see cref="Capacity"/> (its text, or its code's name) that marks a unit which only advises.</summary>
    /// <value><c>Beraten</c></value>
    [Required]
    public string AdvisoryCapacity { get; set; } = "Beraten";
}
