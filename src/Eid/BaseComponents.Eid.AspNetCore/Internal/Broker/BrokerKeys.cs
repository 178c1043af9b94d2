using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BaseComponents.Shared;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>The keys of this application at one broker. Files are read again when they change.</summary>
internal sealed class BrokerKeys(EidBrokerClientOptions settings)
{
    private readonly CertificateSource[] _signing = [.. settings.SigningCertificates.Select(Source)];
    private readonly CertificateSource[] _decrypting = [.. settings.DecryptionCertificates.Select(Source)];

    /// <exception cref="CertificateSourceException">A key cannot be loaded.</exception>
    public IReadOnlyList<OwnKey> Decrypting => Load(_decrypting);

    /// <inheritdoc cref="Decrypting"/>
    public IReadOnlyList<OwnKey> Signing => Load(_signing);

    /// <summary>Signs with the first of the keys.</summary>
    /// <inheritdoc cref="Decrypting"/>
    public string Sign(string type, IDictionary<string, object> claims)
    {
        var key = new OwnKey(_signing[0].Get());
        using var rsa = key.Certificate.GetRSAPrivateKey();
        using var elliptic = key.Certificate.GetECDsaPrivateKey();
        // The library's cache of signers would outlive the key.
        AsymmetricSecurityKey signer = rsa is not null ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey(elliptic);
        (signer.KeyId, signer.CryptoProviderFactory) = (key.Id, new CryptoProviderFactory { CacheSignatureProviders = false });
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Claims = claims,
            SigningCredentials = new SigningCredentials(signer, settings.SigningAlgorithm ?? key.DefaultAlgorithm),
        });
    }

    /// <summary>The public halves, for the broker (RFC 7517).</summary>
    /// <inheritdoc cref="Decrypting"/>
    public string PublicKeys() => new JsonObject
    {
        ["keys"] = new JsonArray(
        [
            .. Signing.Select(key => key.Publish("sig", settings.SigningAlgorithm is { } chosen && key.Signs(chosen) ? chosen : key.DefaultAlgorithm)),
            .. Decrypting.Select(key => key.Publish("enc", key.IsRsa ? "RSA-OAEP-256" : "ECDH-ES")),
        ]),
    }.ToJsonString();

    private static OwnKey[] Load(CertificateSource[] sources) => [.. sources.Select(source => new OwnKey(source.Get()))];

    private static CertificateSource Source(EidCertificateOptions options) => new(new CertificateSettings
    {
        Pem = options.Pem,
        KeyPem = options.KeyPem,
        Path = options.Path,
        Password = options.Password,
        Thumbprint = options.Thumbprint,
        Callback = options.Callback,
    });
}
