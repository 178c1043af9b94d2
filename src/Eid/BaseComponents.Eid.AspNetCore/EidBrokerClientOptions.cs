using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>How this application shows itself to the broker, and its keys.</summary>
public sealed class EidBrokerClientOptions
{
    /// <summary>How the application proves who it is.</summary>
    /// <value><see cref="BrokerClientAuthentication.ClientSecretPost"/></value>
    public BrokerClientAuthentication Authentication { get; set; }

    /// <summary>
    /// Whether name and secret are encoded in the header of <see cref="BrokerClientAuthentication.ClientSecretBasic"/>, as RFC 6749, section 2.3.1 has it.
    /// Some brokers do not decode them: then <see langword="false"/>, or a secret of letters and digits.
    /// </summary>
    /// <value><see langword="true"/></value>
    public bool EncodeSecret { get; set; } = true;

    /// <summary>Sign statements and requests: the first signs, all are published. For a change of keys put the new one second, wait until the broker has read it, then make it first.</summary>
    /// <value>Empty.</value>
    public IList<EidCertificateOptions> SigningCertificates { get; } = [];

    /// <summary>With what is signed.</summary>
    /// <value><see langword="null"/>: PS256 with an RSA key; ES256, ES384 or ES512 with an elliptic one, by its curve.</value>
    public string? SigningAlgorithm { get; set; }

    /// <summary>Open what the broker encrypts; during a change of keys the new one stands beside the old one. RSA keys for RSA-OAEP-256, elliptic ones for ECDH-ES.</summary>
    /// <value>Empty: encrypted tokens are refused.</value>
    public IList<EidCertificateOptions> DecryptionCertificates { get; } = [];

    /// <summary>What kind of token the statement of <see cref="BrokerClientAuthentication.PrivateKeyJwt"/> calls itself (<c>typ</c>). Brokers differ: some want <c>JWT</c>, some refuse it.</summary>
    /// <value><c>client-authentication+jwt</c></value>
    [Required]
    public string AssertionType { get; set; } = "client-authentication+jwt";

    /// <summary>Whom that statement is addressed to.</summary>
    /// <value><see cref="BrokerAssertionAudience.Issuer"/></value>
    public BrokerAssertionAudience AssertionAudience { get; set; }

    /// <summary>Whether requests for a log-in are signed.</summary>
    /// <value><see cref="BrokerRequestObjects.Never"/></value>
    public BrokerRequestObjects RequestObjects { get; set; }

    /// <summary>Path at which this application publishes its public keys for the broker (<c>jwks_uri</c>). They are public; nobody has to log in for them.</summary>
    /// <value><see langword="null"/>: they are not published.</value>
    public string? KeysPath { get; set; }
}
