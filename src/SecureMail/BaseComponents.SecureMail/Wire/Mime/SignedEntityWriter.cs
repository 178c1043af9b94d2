using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Wire.Cms.Signed;
using BaseComponents.SecureMail.Wire.Streams;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// multipart/signed (RFC 1847, RFC 8551 section 3.5.3) in one pass: what is written to it goes to the output as it is, which makes the signed part stay what was
/// signed, and the signature follows.
/// </summary>
internal sealed class SignedEntityWriter : SinkStream
{
    private readonly string _boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
    private readonly Stream _output;
    private readonly DetachedSignature _signature;

    public SignedEntityWriter(Stream output, CmsSigning signing)
    {
        (_output, _signature) = (output, new DetachedSignature(signing));
        Append("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n");
        Append($" micalg={_signature.Scheme.MessageIntegrityName}; boundary=\"{_boundary}\"\r\n\r\n--{_boundary}\r\n");
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _signature.Write(buffer);
        _output.Write(buffer);
    }

    /// <exception cref="Cms.CmsException">The key does not sign.</exception>
    public void Finish()
    {
        Append($"\r\n--{_boundary}\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n");
        Append("Content-Disposition: attachment; filename=smime.p7s\r\n\r\n");
        var lines = new Base64Sink(_output);
        lines.Write(_signature.Sign());
        lines.Finish();
        Append($"--{_boundary}--\r\n");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _signature.Dispose();
        base.Dispose(disposing);
    }

    private void Append(string text) => _output.Write(Encoding.ASCII.GetBytes(text));
}
