namespace BaseComponents.Eid.Saml;

/// <summary>Why an identity provider did not log the user in.</summary>
/// <remarks>StatusCode, StatusDetail (SAML 2.0 core, section 3.2.2). Texts meant for people are not read: they may repeat what a person entered.</remarks>
public sealed record SamlStatus
{
    /// <summary>Top-level code without its common beginning, such as <c>Requester</c>; empty where it is none of the standard's.</summary>
    public required string Code { get; init; }

    /// <summary>Second-level code without its common beginning, such as <c>AuthnFailed</c> or <c>RequestDenied</c>; null where there is none of the standard's.</summary>
    public string? SubCode { get; init; }

    /// <summary>Codes of the identity provider's own, such as <c>IDP_REQUIRED_ATTRIBUTES_MISSING</c>.</summary>
    public IReadOnlyList<string> DetailCodes { get; init; } = [];

    /// <summary>Names of attributes that were demanded and are missing, where the identity provider tells.</summary>
    public IReadOnlyList<string> MissingAttributes { get; init; } = [];
}
