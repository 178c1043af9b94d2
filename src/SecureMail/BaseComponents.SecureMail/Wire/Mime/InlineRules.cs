using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>HTML and the parts that it shows belong together one to one: a picture that is missing, or one that nobody sees, is a mistake that is found before sending.</summary>
internal static class InlineRules
{
    public static void Check(SecureMessage message)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in message.Attachments.Select(attachment => attachment.ContentId).OfType<string>())
        {
            if (!ContentIds.IsFit(id))
                throw Fault.Inline("The content id of an inline part is empty, longer than 100 characters, or has others than letters, digits, \".\", \"_\", \"-\" and \"@\" (\".\" and \"@\" not at its ends).");
            if (!given.Add(id))
                throw Fault.Inline($"Two inline parts have the content id \"{id}\".");
        }

        var referred = message.Html is { } html ? ContentIdReferences.In(html) : new HashSet<string>();
        if (referred.FirstOrDefault(id => !given.Contains(id)) is { } missing)
            throw Fault.Inline(ContentIds.IsFit(missing) ? $"The HTML refers to \"cid:{missing}\", and no attachment has that content id." : "The HTML refers to an inline part by a name that no content id can have.");
        if (given.FirstOrDefault(id => !referred.Contains(id)) is { } unseen)
            throw Fault.Inline($"The HTML does not refer to the inline part \"cid:{unseen}\", so nobody would see it. Send it as a file without content id.");
    }
}
