using System.Diagnostics.CodeAnalysis;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Security;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>
/// Signs and encrypts what is written to it in one pass (RFC 3156 section 6.2): literal data between announcement and signature, all of it encrypted with integrity code
/// (RFC 9580 section 5.13.1) and not packed, since a packed text tells its content by its length. Only ciphertext reaches the output.
/// </summary>
[SuppressMessage("Reliability", "CA2213", Justification = "To dispose the library's streams is to finish the message; one that was broken off must stay broken.")]
internal sealed class OpenPgpMessageWriter : SinkStream
{
    private const int PartLength = 64 * 1024;
    private readonly ArmourWriter _armour;
    private readonly PgpSignatureGenerator _signature;
    private readonly Stream _encrypted;
    private readonly Stream _literal;

    public OpenPgpMessageWriter(Stream output, OpenPgpPlan plan)
    {
        _armour = new ArmourWriter(output, Armour.Message);
        var encryption = new PgpEncryptedDataGenerator(plan.Cipher, withIntegrityPacket: true, new SecureRandom());
        foreach (var target in plan.Targets)
            encryption.AddMethod(target);
        _encrypted = encryption.Open(_armour, new byte[PartLength]);
        _signature = plan.Signing.Begin();
        _signature.GenerateOnePassVersion(isNested: false).Encode(_encrypted);
        _literal = new PgpLiteralDataGenerator().Open(_encrypted, PgpLiteralData.Binary, "", DateTime.UnixEpoch, new byte[PartLength]);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _signature.Update(buffer);
        _literal.Write(buffer);
    }

    /// <summary>Writes signature, integrity code and end. Without it the message cannot be opened.</summary>
    public void Finish()
    {
        _literal.Dispose();
        _signature.Generate().Encode(_encrypted);
        _encrypted.Dispose();
        _armour.Finish();
    }
}
