using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>Signs a request that travels in an address: over the very octets that are sent (SAML 2.0 bindings, section 3.4.4.1).</summary>
internal sealed class RedirectSignature(X509Certificate2 certificate, XmlSignatureAlgorithm algorithm)
{
    public Uri Sign(Uri address, string request, string relayState)
    {
        var query = $"SAMLRequest={Escape(Convert.ToBase64String(Deflate(request)))}&RelayState={Escape(relayState)}&SigAlg={Escape(algorithm.Uri)}";
        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The signing certificate has no RSA key.");
        var signature = Convert.ToBase64String(algorithm.Sign(Encoding.ASCII.GetBytes(query), key));
        return new Uri($"{address.OriginalString}{(address.Query.Length == 0 ? '?' : '&')}{query}&Signature={Escape(signature)}");
    }

    private static byte[] Deflate(string text)
    {
        using var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.UTF8.GetBytes(text));
        return output.ToArray();
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
