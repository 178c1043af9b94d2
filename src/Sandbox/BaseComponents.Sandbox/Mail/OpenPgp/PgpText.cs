using System.Text;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Sandbox.Mail.OpenPgp;

/// <summary>From the text form to octets.</summary>
internal static class PgpText
{
    public static Stream Decode(string text) => PgpUtilities.GetDecoderStream(new MemoryStream(Encoding.ASCII.GetBytes(text)));

    public static byte[] Octets(string text)
    {
        using var decoded = Decode(text);
        using var octets = new MemoryStream();
        decoded.CopyTo(octets);
        return octets.ToArray();
    }
}
