using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Counts the parts of a mail, forwarded mails inside included, and stops counting at the limit.</summary>
internal static class PartCount
{
    public static bool Exceeds(MimeEntity root, int limit) => All(root).Skip(limit).Any();

    public static IEnumerable<MimeEntity> All(MimeEntity root)
    {
        var waiting = new Stack<MimeEntity>([root]);
        while (waiting.TryPop(out var entity))
        {
            yield return entity;
            foreach (var child in Children(entity).Reverse())
                waiting.Push(child);
        }
    }

    private static MimeEntity[] Children(MimeEntity entity) => entity switch
    {
        Multipart multipart => [.. multipart],
        MessagePart { Message.Body: { } body } => [body],
        _ => [],
    };
}
