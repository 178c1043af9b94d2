namespace BaseComponents.Eid.Saml;

/// <summary>What a request asks for.</summary>
public sealed record SamlRequestContent
{
    /// <summary>Lowest level, in the identity provider's name; null: none is asked for.</summary>
    /// <remarks>RequestedAuthnContext with Comparison="minimum"</remarks>
    public string? MinimumContextClass { get; init; }

    /// <summary>Format of the user's name, such as <c>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</c>; null: any.</summary>
    public string? NameFormat { get; init; }

    /// <summary>XML of the identity provider's own, as it goes into Extensions; null: none. Made by the profiles of this package, never from input.</summary>
    public string? Extension { get; init; }
}
