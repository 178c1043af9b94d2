namespace BaseComponents.Eid.Saml;

/// <summary>A request for a log-in, ready to be sent.</summary>
/// <remarks>AuthnRequest (SAML 2.0 core, section 3.4.1)</remarks>
public sealed record SamlRequest
{
    /// <summary>Its identifier: the answer must name it. Random, 160 bits.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Where it goes: for a form the address to post to; for a redirect the whole address, signature included.</summary>
    public required Uri Address { get; init; }

    /// <summary>Value of the form field <c>SAMLRequest</c>; null where the request goes by redirect.</summary>
    public string? FormValue { get; init; }
}
