using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Wire.OpenPgp.Packets;
using BaseComponents.SecureMail.Wire.Streams;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>
/// multipart/signed (RFC 3156 section 5) in one pass: what is written to it, 7-bit and with CRLF, goes to the output as it is, which makes the signed part stay what was signed,
/// and the signature follows.
/// </summary>
internal sealed class OpenPgpSignedWriter : SinkStream
{
    private readonly string _boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private readonly Stream _output;
    private readonly PgpSignatureGenerator _signature;

    public OpenPgpSignedWriter(Stream output, OpenPgpSigning signing)
    {
        (_output, _signature) = (output, signing.Begin());
        Append("Content-Type: multipart/signed; protocol=\"application/pgp-signature\";\r\n");
        Append($" micalg={signing.MessageIntegrityName}; boundary=\"{_boundary}\"\r\n\r\n--{_boundary}\r\n");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _signature.Update(buffer);
        _output.Write(buffer);
    }

    public void Finish()
    {
        Append($"\r\n--{_boundary}\r\nContent-Type: application/pgp-signature; name=signature.asc\r\n");
        Append("Content-Disposition: attachment; filename=signature.asc\r\n\r\n");
        using (var armour = new ArmourWriter(_output, Armour.Signature))
        {
            _signature.Generate().Encode(armour);
            armour.Finish();
        }

        Append($"--{_boundary}--\r\n");
    }

    private void Append(string text) => _output.Write(Encoding.ASCII.GetBytes(text));
}
