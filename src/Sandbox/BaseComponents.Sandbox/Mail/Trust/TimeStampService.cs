using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.Cmp;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;

namespace BaseComponents.Sandbox.Mail.Trust;

/// <summary>Stamps hashes with the time (RFC 3161), over SHA-2 only.</summary>
internal sealed class TimeStampService(SigningKey key, TimeProvider clock)
{
    // Below the number for examples (RFC 5612).
    private const string Policy = "1.3.6.1.4.1.32473.1";
    private static readonly List<string> Hashes = [TspAlgorithms.Sha256, TspAlgorithms.Sha384, TspAlgorithms.Sha512];

    public byte[] Answer(byte[] question)
    {
        var tokens = new TimeStampTokenGenerator(
            new SignerInfoGeneratorBuilder().Build(key.Signer, key.Certificate), Asn1DigestFactory.Get(NistObjectIdentifiers.IdSha256), new(Policy), isIssuerSerialIncluded: false);
        tokens.SetCertificates(CollectionUtilities.CreateStore([key.Certificate]));
        var answers = new TimeStampResponseGenerator(tokens, Hashes);
        try
        {
            return answers.Generate(new TimeStampRequest(question), new BigInteger(1, RandomNumberGenerator.GetBytes(16)), clock.GetUtcNow().UtcDateTime).GetEncoded();
        }
        catch (Exception exception) when (exception is IOException or TspException or ArgumentException or InvalidCastException or InvalidOperationException)
        {
            return answers.GenerateFailResponse(PkiStatus.Rejection, PkiFailureInfo.BadDataFormat, "Die Anfrage ist keine nach RFC 3161.").GetEncoded();
        }
    }
}
