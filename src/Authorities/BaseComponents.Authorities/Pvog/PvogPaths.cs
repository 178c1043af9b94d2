using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Authorities.Pvog;

/// <summary>
/// The paths of the service, each with the version of its resource. The values are those that public notes name; when the service ends a
/// version, the next one is set here.
/// </summary>
public sealed class PvogPaths
{
    private const string Form = @"^[A-Za-z0-9][A-Za-z0-9._~/-]{0,199}$";

    /// <summary>Municipalities by name or postal code.</summary>
    /// <value><c>v2/locations</c>.</value>
    [Required, RegularExpression(Form)]
    public string Locations { get; set; } = "v2/locations";

    /// <summary>Descriptions of a service in an area, by the service's key.</summary>
    /// <value><c>v3/servicedescriptions/leikaid</c>.</value>
    [Required, RegularExpression(Form)]
    public string ServiceDescriptions { get; set; } = "v3/servicedescriptions/leikaid";

    /// <summary>The units that are named for a description in an area.</summary>
    /// <value><c>v2/organisationunits/titles</c>.</value>
    [Required, RegularExpression(Form)]
    public string UnitTitles { get; set; } = "v2/organisationunits/titles";

    /// <summary>All about one unit.</summary>
    /// <value><c>v5/organisationunits/detail</c>.</value>
    [Required, RegularExpression(Form)]
    public string UnitDetail { get; set; } = "v5/organisationunits/detail";

    /// <summary>Services on the web for a service in an area.</summary>
    /// <value><c>v1beta2/onlineservices</c>.</value>
    [Required, RegularExpression(Form)]
    public string OnlineServices { get; set; } = "v1beta2/onlineservices";
}
