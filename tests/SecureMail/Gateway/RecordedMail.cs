using System.Text;
using MimeKit;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>One mail as the relay got it.</summary>
internal sealed record RecordedMail(IReadOnlyList<string> Recipients, string Text)
{
    public byte[] Octets => Encoding.Latin1.GetBytes(Text);

    public MimeMessage Mail
    {
        get
        {
            using var stream = new MemoryStream(Octets);
            return MimeMessage.Load(stream);
        }
    }
}
