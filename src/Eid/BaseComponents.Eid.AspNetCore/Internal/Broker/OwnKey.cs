using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using BaseComponents.Shared;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>A key pair of this application, with the public half as brokers read it (RFC 7517) and its thumbprint as name (RFC 7638).</summary>
internal sealed class OwnKey
{
    private const int ShortestRsa = 2048;

    private readonly JsonWebKey _public;

    /// <exception cref="CertificateSourceException">The key is of a kind, size or curve that is not accepted.</exception>
    public OwnKey(X509Certificate2 certificate)
    {
        Certificate = certificate;
        (_public, DefaultAlgorithm) = Rsa(certificate) ?? Elliptic(certificate) ??
            throw new CertificateSourceException("The certificate needs an RSA key of at least 2048 bits, or an elliptic one on P-256, P-384 or P-521.");
        Id = Base64UrlEncoder.Encode(_public.ComputeJwkThumbprint());
    }

    public X509Certificate2 Certificate { get; }

    public string Id { get; }

    public string DefaultAlgorithm { get; }

    public bool IsRsa => _public.Kty == "RSA";

    /// <summary>Whether this key can sign by that algorithm.</summary>
    public bool Signs(string algorithm) => algorithm == DefaultAlgorithm || (IsRsa && algorithm is "PS256" or "PS384" or "PS512" or "RS256" or "RS384" or "RS512");

    /// <param name="use"><c>sig</c> or <c>enc</c>.</param>
    /// <param name="algorithm">What it is used with.</param>
    public JsonObject Publish(string use, string algorithm)
    {
        var key = new JsonObject { ["kty"] = _public.Kty, ["use"] = use, ["alg"] = algorithm, ["kid"] = Id };
        foreach (var (name, value) in new[] { ("n", _public.N), ("e", _public.E), ("crv", _public.Crv), ("x", _public.X), ("y", _public.Y) })
            if (value is not null)
                key[name] = value;
        return key;
    }

    private static (JsonWebKey, string)? Rsa(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not { KeySize: >= ShortestRsa })
            return null;
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return (new JsonWebKey { Kty = "RSA", N = Base64UrlEncoder.Encode(key.Modulus!), E = Base64UrlEncoder.Encode(key.Exponent!) }, SecurityAlgorithms.RsaSsaPssSha256);
    }

    private static (JsonWebKey, string)? Elliptic(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value != "1.2.840.10045.2.1")
            return null;
        using var elliptic = ECDiffieHellman.Create();
        elliptic.ImportSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo(), out _);
        var key = elliptic.ExportParameters(includePrivateParameters: false);
        return EllipticCurves.NameOf(key.Curve) is { } curve
            ? (new JsonWebKey { Kty = "EC", Crv = curve, X = Base64UrlEncoder.Encode(key.Q.X!), Y = Base64UrlEncoder.Encode(key.Q.Y!) }, EllipticCurves.AlgorithmOf(key.Curve)!)
            : null;
    }
}
