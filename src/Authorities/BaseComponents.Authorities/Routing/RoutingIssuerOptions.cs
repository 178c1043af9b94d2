using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Authorities.Routing;

/// <summary>Somebody who may sign destinations.</summary>
public sealed class RoutingIssuerOptions
{
    /// <summary>The issuer as it stands in the signature (<c>iss</c>), letter by letter: an https address.</summary>
    /// <value>None: it must be set.</value>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Where its public keys are.</summary>
    /// <value>None: <c>/.well-known/jwks.json</c> below <see cref="Name"/>. No public source confirms that address.</value>
    /// <remarks>JSON Web Key Set, RFC 7517.</remarks>
    public Uri? KeySet { get; set; }

    /// <summary>Where the keys are asked for; none if the settings name no address.</summary>
    internal Uri? Address => KeySet ?? (Uri.TryCreate(Name.TrimEnd('/') + "/.well-known/jwks.json", UriKind.Absolute, out var address) ? address : null);
}
