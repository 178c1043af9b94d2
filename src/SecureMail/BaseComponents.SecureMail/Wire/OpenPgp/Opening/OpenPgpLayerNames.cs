using System.Globalization;
using Org.BouncyCastle.Bcpg;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Opening;

/// <summary>Layers of OpenPGP in words. Keys are named by their id, never by their holder.</summary>
internal static class OpenPgpLayerNames
{
    public static MailLayer Of(EncryptedMessage message) => new MailLayer.Encryption(
        "OpenPGP, CFB with integrity code", IsAuthenticated: true, [.. message.Entries.Select(entry => new MailRecipient(KeyId(entry.KeyId), Algorithm(entry.Algorithm)))]);

    public static MailLayer Of(IReadOnlyList<CheckedSignature> signatures, bool isDetached) => new MailLayer.Signature(
        isDetached,
        [.. signatures.Select(signature => new MailSigner(
            KeyId(signature.Signature.KeyId), signature.Signature.HashAlgorithm.ToString().ToUpperInvariant(), Algorithm(signature.Signature.KeyAlgorithm), IsIntact(signature.State)))]);

    private static bool? IsIntact(OpenPgpSignatureState state) => state switch
    {
        OpenPgpSignatureState.Intact => true,
        OpenPgpSignatureState.Broken => false,
        _ => null,
    };

    private static string KeyId(long keyId) => keyId == 0 ? "key not named" : "key id " + keyId.ToString("X16", CultureInfo.InvariantCulture);

    private static string Algorithm(PublicKeyAlgorithmTag algorithm) => algorithm switch
    {
        PublicKeyAlgorithmTag.RsaGeneral or PublicKeyAlgorithmTag.RsaEncrypt or PublicKeyAlgorithmTag.RsaSign => "RSA",
        PublicKeyAlgorithmTag.EdDsa_Legacy => "EdDSA",
        _ => algorithm.ToString(),
    };
}
