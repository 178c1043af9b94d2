using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms;
using BaseComponents.SecureMail.Wire.Cms.Enveloped;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Seals and opens in memory.</summary>
internal static class Envelopes
{
    public static byte[] Seal(byte[] content, ContentCipher cipher, bool isDer, params CmsTarget[] targets)
    {
        using var output = new MemoryStream();
        using (var writer = new EnvelopeWriter(output, cipher, targets, isDer ? content.Length : null))
        {
            writer.Write(content);
            writer.Finish();
        }

        return output.ToArray();
    }

    public static CmsTarget For(X509Certificate2 certificate, KeyTransport transport = KeyTransport.Oaep) => new(certificate, transport);

    public static byte[] Open(byte[] message, params X509Certificate2[] keys)
    {
        using var opened = EnvelopeOpening.Open(new MemoryStream(message, writable: false), keys);
        using var content = new MemoryStream();
        using var plain = new OctetStream(opened.Octets);
        plain.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>How the opening ends: the problem, or null if anything at all was released.</summary>
    public static CmsProblem? ProblemOf(byte[] message, params X509Certificate2[] keys)
    {
        try
        {
            using var opened = EnvelopeOpening.Open(new MemoryStream(message, writable: false), keys);
            return null;
        }
        catch (CmsException exception)
        {
            return exception.Problem;
        }
    }
}
