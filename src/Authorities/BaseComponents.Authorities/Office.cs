using System.Text.Json.Serialization;

namespace BaseComponents.Authorities;

/// <summary>A unit of the administration that is competent for a service.</summary>
/// <param name="Id">Identifies the unit in the editorial system that delivered it.</param>
/// <param name="Name">German name, such as <c>Stadtverwaltung Freiberg, Steueramt</c>.</param>
/// <remarks>Organisationseinheit, zuständige Stelle.</remarks>
public sealed record Office(OfficeId Id, string Name)
{
    /// <summary>Whether the unit decides, advises, or both.</summary>
    public OfficeRole Role { get; init; } = OfficeRole.Competent;

    /// <summary>Where the unit is; none where the delivery does not say.</summary>
    public OfficeAddress? Address { get; init; }

    /// <summary>The unit's electronic mail address; none where the delivery holds none or an invalid one.</summary>
    public string? MailAddress { get; init; }

    /// <summary>The unit's telephone number, as delivered.</summary>
    public string? Telephone { get; init; }

    /// <summary>The unit's web page (http or https only).</summary>
    public Uri? WebPage { get; init; }

    /// <summary>
    /// Names of the properties whose newest value is not used, since it changed and nobody has confirmed it; the value here is the one before.
    /// Empty as a rule.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> HeldBack { get; init; } = [];
}
