using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Pkcs;

namespace BaseComponents.Tests.Contracts.SecureMail.Peers;

/// <summary>The S/MIME of MimeKit itself, with Bouncy Castle for .NET below it.</summary>
internal sealed class MimeKitPeer : CmsPeer
{
    public override async Task<byte[]> DecryptAsync(byte[] envelope, PeerKey recipient)
    {
        using var context = await ContextAsync(recipient);
        using var plain = new MemoryStream();
        await TryAsync(() => context.DecryptToAsync(new MemoryStream(envelope), plain));
        return plain.ToArray();
    }

    public override async Task VerifyAsync(byte[] content, byte[] signature, PeerKey signer)
    {
        using var context = await ContextAsync(null);
        await TryAsync(async () =>
        {
            var found = await context.VerifyAsync(new MemoryStream(content), new MemoryStream(signature));
            if (found is not [var only] || !only.Verify())
                throw new PeerCannotException("not intact");
        });
    }

    public override async Task<byte[]> EncryptAsync(byte[] content, EncryptionWay way, PeerKey recipient)
    {
        if (way.IsAuthenticated)
            throw new PeerCannotException("It knows no AES-GCM.");
        using var context = await ContextAsync(null);
        var one = new CmsRecipient(Certificate(recipient))
        {
            EncryptionAlgorithms = [EncryptionAlgorithm.Aes256],
            RsaEncryptionPadding = way.Transport == "OAEP" ? RsaEncryptionPadding.CreateOaep(DigestAlgorithm.Sha256) : RsaEncryptionPadding.Pkcs1,
        };
        return await TryAsync(async () => Bytes(await context.EncryptAsync([one], new MemoryStream(content))));
    }

    public override async Task<byte[]> SignAsync(byte[] content, SignatureWay way, PeerKey signer)
    {
        using var context = await ContextAsync(null);
        return await TryAsync(async () =>
        {
            var one = new CmsSigner(new MemoryStream(signer.Pkcs12()), PeerKey.Password)
            {
                DigestAlgorithm = way.Hash == "SHA384" ? DigestAlgorithm.Sha384 : DigestAlgorithm.Sha256,
                RsaSignaturePadding = way.Algorithm == "PSS" ? RsaSignaturePadding.Pss : RsaSignaturePadding.Pkcs1,
            };
            return Bytes(await context.SignAsync(one, new MemoryStream(content)));
        });
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<TemporarySecureMimeContext> ContextAsync(PeerKey? key)
    {
        var context = new TemporarySecureMimeContext();
        context.Import(new Org.BouncyCastle.X509.X509CertificateParser().ReadCertificate(System.Text.Encoding.ASCII.GetBytes(PeerKey.RootPem)));
        if (key is not null)
            await context.ImportAsync(new MemoryStream(key.Pkcs12()), PeerKey.Password);
        return context;
    }

    private static Org.BouncyCastle.X509.X509Certificate Certificate(PeerKey key) =>
        new Org.BouncyCastle.X509.X509CertificateParser().ReadCertificate(System.Text.Encoding.ASCII.GetBytes(key.CertificatePem));

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static Task<bool> TryAsync(Func<Task> work) => TryAsync(async () =>
    {
        await work();
        return true;
    });

    // Whatever the library throws is its word that it cannot.
    private static async Task<T> TryAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not PeerCannotException)
        {
            throw new PeerCannotException($"{exception.GetType().Name} {exception.Message}");
        }
    }
}
