using System.Text;
using BaseComponents.SecureMail.Internal;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>What one mail tells the gateway: header fields and a tag, in the outer header only.</summary>
internal sealed class GatewayInstruction(GatewayInstructionOptions options, ControlWords words)
{
    public void AddTo(MimeMessage mail)
    {
        CheckSubject(mail);
        if (options.SubjectTag is { Length: > 0 } tag)
            mail.Subject = $"{tag} {mail.Subject}";
        foreach (var field in options.Headers)
            mail.Headers.Add(field.Name!, field.Value!);
    }

    // Encoded as it crosses the wire, other letters make up the text; they must not happen to be a word either.
    private void CheckSubject(MimeMessage mail)
    {
        var field = mail.Headers.FirstOrDefault(header => header.Id is HeaderId.Subject);
        if (field is not null && words.AreIn(Encoding.Latin1.GetString(field.RawValue)))
            throw Fault.Invalid("The subject, encoded for the wire, would hold a word that the gateway obeys (Gateway:ControlWords). Word it in another way.");
    }
}
