namespace BaseComponents.Eid.Saml;

/// <summary>What an answer is measured against: fixed when the request was made, and kept where the browser cannot change it.</summary>
public sealed record SamlExpectation
{
    /// <summary>Identifier of the request that is to be answered.</summary>
    public required string RequestId { get; init; }

    /// <summary>When the request was made. An authentication from before it is a stale one, since each request demands a new one.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>This application.</summary>
    public required SamlServiceProvider ServiceProvider { get; init; }

    /// <summary>The identity provider that was asked: the answer of another one is refused, even with a valid signature.</summary>
    public required SamlIdentityProvider IdentityProvider { get; init; }

    /// <summary>By how much clocks may differ.</summary>
    /// <value>1 minute; at most 3</value>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Accepts AES-CBC, which shows no change by itself, where the response around it is signed. For identity providers that have nothing better; each use is reported.</summary>
    /// <value><see langword="false"/></value>
    public bool AllowLegacyEncryption { get; init; }

    /// <summary>Demands that the assertion is encrypted.</summary>
    /// <value><see langword="true"/></value>
    public bool RequireEncryption { get; init; } = true;
}
