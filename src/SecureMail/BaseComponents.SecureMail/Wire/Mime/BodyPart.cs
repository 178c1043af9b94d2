using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>One part of the inner entity: a text, a file that is opened when its turn comes, or a group of parts.</summary>
/// <param name="Head">Its headers; of a text its content too.</param>
/// <param name="File">Where the content of a file comes from.</param>
/// <param name="Parts">Those of a group, in order.</param>
internal sealed record BodyPart(MimeEntity Head, SecureAttachment? File, IReadOnlyList<BodyPart> Parts) : IDisposable
{
    public void Dispose()
    {
        foreach (var part in Parts)
            part.Dispose();
        Head.Dispose();
    }
}
