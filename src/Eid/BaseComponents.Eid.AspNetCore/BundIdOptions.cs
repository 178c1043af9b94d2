using System.ComponentModel.DataAnnotations;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using Microsoft.Extensions.Options;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Settings of the log-in over BundID.</summary>
public sealed class BundIdOptions : EidSamlOptions
{
    /// <summary>The service's identifier with the federal ministry.</summary>
    /// <remarks>BMI-ID</remarks>
    [Required]
    public string? OnlineServiceId { get; set; }

    /// <summary>Who asks, as citizens know the authority; shown by BundID, which may cut it after 50 characters.</summary>
    [Required]
    public string? OrganisationDisplayName { get; set; }

    /// <summary>What is asked for, each with its purpose.</summary>
    /// <value>Empty: nothing but the level and the method.</value>
    [ValidateEnumeratedItems]
    public IList<SamlRequestedAttribute> Attributes { get; } = [];

    /// <summary>Ways to log in that are offered; an answer by another is refused.</summary>
    /// <value>Empty: all.</value>
    public IList<BundIdMethod> Methods { get; } = [];

    /// <summary>Language of BundID's pages: <c>de</c>, <c>en</c>, <c>ru</c> or <c>uk</c>.</summary>
    /// <value><c>de</c></value>
    [Required]
    public string Language { get; set; } = "de";

    /// <summary>Path of this application to which the link "back" of BundID's pages leads.</summary>
    /// <value><see langword="null"/>: the link ends the log-in as cancelled.</value>
    public string? BackPath { get; set; }

    /// <summary>The entity id that BundID knows; set it once the service is registered, so that a change of host stops the start instead of losing every citizen.</summary>
    /// <value><see langword="null"/>: not registered yet.</value>
    public string? RegisteredEntityId { get; set; }
}
