using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.Cms.Signed;

namespace BaseComponents.Tests.SecureMail.Cms;

/// <summary>Signs and verifies in memory.</summary>
internal static class Signatures
{
    public static readonly DateTimeOffset Time = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public static CmsSigning By(X509Certificate2 certificate, SignaturePadding padding = SignaturePadding.Pss) => new(certificate, [], padding, Time);

    public static byte[] Detached(byte[] content, CmsSigning signing)
    {
        using var signature = new DetachedSignature(signing);
        signature.Write(content);
        return signature.Sign();
    }

    public static byte[] Opaque(byte[] content, CmsSigning signing)
    {
        using var output = new MemoryStream();
        using (var signature = new OpaqueSignature(output, signing))
        {
            signature.Write(content);
            signature.Finish();
        }

        return output.ToArray();
    }

    public static CmsSignatures Verify(byte[] message, byte[] content)
    {
        using var reader = new SignedDataReader(new MemoryStream(message, writable: false));
        if (reader.Content is null)
            reader.Digests.Write(content);
        else
            ReadContent(reader).Should().Equal(content);
        return reader.Finish();
    }

    private static byte[] ReadContent(SignedDataReader reader)
    {
        using var content = new MemoryStream();
        reader.Content!.CopyTo(content);
        return content.ToArray();
    }
}
