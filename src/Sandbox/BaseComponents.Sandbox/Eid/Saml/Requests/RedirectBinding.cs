using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>A compressed message in a query, signed over the octets of the query as they came (SAML 2.0 bindings, section 3.4.4.1).</summary>
internal static class RedirectBinding
{
    private const int LongestSignature = 1024;

    /// <param name="query">The raw query, with or without its question mark.</param>
    public static ReceivedMessage Read(string query)
    {
        var raw = Parts(query.TrimStart('?'));
        var root = StrictXml.Read(Inflate(Decoded(raw, "SAMLRequest") ?? throw new RequestRefusedException(RefusalCodes.Malformed)));
        // Section 3.4.4.1: a signature inside the message has to be taken out.
        if (root.Children("Signature", SamlUris.Dsig).Any())
            throw new RequestRefusedException(RefusalCodes.Malformed);
        return new ReceivedMessage(root, Decoded(raw, "RelayState"), raw.ContainsKey("Signature") ? certificate => IsSignedBy(raw, certificate) : null);
    }

    private static Dictionary<string, string> Parts(string query)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('=', StringComparison.Ordinal);
            if (end < 0 || !parts.TryAdd(part[..end], part[(end + 1)..]))
                throw new RequestRefusedException(RefusalCodes.Malformed);
        }

        return parts;
    }

    private static bool IsSignedBy(Dictionary<string, string> raw, X509Certificate2 certificate)
    {
        var octets = new byte[LongestSignature];
        if (SignatureMethod.OfRequest(Decoded(raw, "SigAlg")) is not { } method || Decoded(raw, "Signature") is not { } text || !Convert.TryFromBase64String(text, octets, out var length))
            return false;
        string[] order = ["SAMLRequest", "RelayState", "SigAlg"];
        var signed = string.Join('&', order.Where(raw.ContainsKey).Select(name => $"{name}={raw[name]}"));
        return method.IsValid(certificate, Encoding.ASCII.GetBytes(signed), octets[..length]);
    }

    private static string? Decoded(Dictionary<string, string> raw, string name) =>
        raw.TryGetValue(name, out var value) ? Uri.UnescapeDataString(value.Replace('+', ' ')) : null;

    private static string Inflate(string text)
    {
        var octets = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, octets, out var length))
            throw new RequestRefusedException(RefusalCodes.Malformed);
        using var inflated = new DeflateStream(new MemoryStream(octets, 0, length), CompressionMode.Decompress);
        var buffer = new byte[StrictXml.MostCharacters];
        var read = inflated.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read < buffer.Length ? Encoding.UTF8.GetString(buffer, 0, read) : throw new RequestRefusedException(RefusalCodes.Malformed);
    }
}
