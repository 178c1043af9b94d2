using MailKit;
using MailKit.Net.Imap;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>Opens the folder that is read, and sees to it that everything is there which settling a mail needs.</summary>
internal static class ImapFolders
{
    public static async Task<ImapPlace> OpenAsync(VerifiedImapClient client, ImapOptions options, CancellationToken cancellationToken)
    {
        // Copying and deleting in its place would be two steps, and a mail in both folders or in none.
        if (!client.Capabilities.HasFlag(ImapCapabilities.Move))
            throw ImapFault.Unsuitable("its server cannot move mails (RFC 6851)");
        var done = options.DoneFolder is { Length: > 0 } name ? await client.GetFolderAsync(name, cancellationToken).ConfigureAwait(false) : null;
        var setAside = await client.GetFolderAsync(options.SetAsideFolder!, cancellationToken).ConfigureAwait(false);
        var folder = await client.GetFolderAsync(options.Folder, cancellationToken).ConfigureAwait(false);
        if (await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken).ConfigureAwait(false) is not FolderAccess.ReadWrite)
            throw ImapFault.Unsuitable("its folder may only be read, so nothing can be acknowledged");
        // Without them a mail that ends this process would come again for ever.
        if (!folder.PermanentFlags.HasFlag(MessageFlags.UserDefined))
            throw ImapFault.Unsuitable("its server keeps no keywords, so attempts cannot be counted");
        return new ImapPlace(client, folder, done, setAside);
    }
}
