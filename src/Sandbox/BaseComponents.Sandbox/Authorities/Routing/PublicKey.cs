using System.Buffers.Text;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>A key as the issuer shows it (RFC 7517).</summary>
internal static class PublicKey
{
    public static object Of(RoutingKey key)
    {
        using var rsa = key.Open();
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            key_ops = (string[])["verify"],
            alg = DestinationSigner.Algorithm,
            kid = key.Id,
            n = Base64Url.EncodeToString(parameters.Modulus),
            e = Base64Url.EncodeToString(parameters.Exponent),
        };
    }
}
