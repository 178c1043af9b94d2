using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.SecureMail.Wire.OpenPgp.Sealing;

/// <summary>multipart/encrypted (RFC 3156 section 4): a part that says the version, and one with the message in its text form.</summary>
internal sealed class EncryptedEntityWriter
{
    private readonly string _boundary = "=-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    public EncryptedEntityWriter(Stream output)
    {
        Content = output;
        Append($"Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";\r\n boundary=\"{_boundary}\"\r\n\r\n--{_boundary}\r\n");
        Append($"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n--{_boundary}\r\n");
        Append("Content-Type: application/octet-stream; name=encrypted.asc\r\nContent-Disposition: inline; filename=encrypted.asc\r\n\r\n");
    }

    /// <summary>Where the message goes.</summary>
    public Stream Content { get; }

    public void Finish() => Append($"\r\n--{_boundary}--\r\n");

    private void Append(string text) => Content.Write(Encoding.ASCII.GetBytes(text));
}
