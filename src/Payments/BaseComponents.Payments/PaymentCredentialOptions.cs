using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Payments;

/// <summary>Credentials beside the client certificate.</summary>
public sealed class PaymentCredentialOptions
{
    /// <summary>Client id (OAuth 2.0) or user name (Basic), from the operator.</summary>
    [StringLength(200)]
    public string? Name { get; set; }

    /// <summary>Client secret or password. Keep it out of files: user secrets, environment, vault.</summary>
    [StringLength(1000)]
    public string? Secret { get; set; }

    /// <summary>Where access tokens are given out, https. OAuth 2.0 only.</summary>
    public Uri? TokenAddress { get; set; }

    /// <summary>The scope to ask for. OAuth 2.0 only.</summary>
    /// <value>null: none is sent</value>
    [StringLength(200)]
    public string? Scope { get; set; }

    /// <summary>Whether name and secret go into the body of the token request instead of its header (RFC 6749 section 2.3.1).</summary>
    /// <value>false</value>
    public bool SecretInBody { get; set; }
}
