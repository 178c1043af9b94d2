namespace BaseComponents.Eid.AspNetCore;

/// <summary>Whom the statement of <see cref="BrokerClientAuthentication.PrivateKeyJwt"/> is addressed to. Brokers differ; ask the operator.</summary>
public enum BrokerAssertionAudience
{
    /// <summary>The broker's issuer address.</summary>
    Issuer,

    /// <summary>The address of the broker's token endpoint, as older brokers want it (OpenID Connect Core 1.0, section 9).</summary>
    TokenEndpoint,
}
