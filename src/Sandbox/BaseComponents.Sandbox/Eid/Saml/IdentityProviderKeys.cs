using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>The key of an identity provider, and those it is told to sign with wrongly. Each is made on first use.</summary>
internal sealed class IdentityProviderKeys
{
    private readonly Lazy<X509Certificate2> _signing;
    private readonly Lazy<X509Certificate2> _next;
    private readonly Lazy<X509Certificate2> _expired;
    private readonly Lazy<X509Certificate2> _attacker;

    /// <param name="authority">Issues and keeps them.</param>
    /// <param name="name">Such as <c>bundid</c>.</param>
    public IdentityProviderKeys(SandboxAuthority authority, string name)
    {
        var shape = CertificateShape.Saml("Sandbox " + name) with { KeySize = 3072 };
        _signing = new(() => authority.LoadOrIssue($"saml-{name}", shape));
        _next = new(() => authority.LoadOrIssue($"saml-{name}-next", shape));
        _expired = new(() => authority.LoadOrIssue($"saml-{name}-expired", shape with { ValidFor = TimeSpan.FromMinutes(30) }));
        _attacker = new(() => authority.LoadOrIssue($"saml-{name}-attacker", shape));
    }

    public X509Certificate2 Signing => _signing.Value;

    /// <summary>The key after the change of keys: in the metadata already, not in the settings.</summary>
    public X509Certificate2 Next => _next.Value;

    /// <summary>A key whose certificate is over (it is valid for half an hour from an hour before its issue). Still in the metadata.</summary>
    public X509Certificate2 Expired => _expired.Value;

    /// <summary>A certificate of the same name from the same authority, which this identity provider never published.</summary>
    public X509Certificate2 Attacker => _attacker.Value;
}
