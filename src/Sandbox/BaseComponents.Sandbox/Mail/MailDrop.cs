using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Gateway;

namespace BaseComponents.Sandbox.Mail;

/// <summary>
/// Delivers mails for known mailboxes into folders as Maildir does, for programs of offices: each is written into <c>tmp</c> and renamed into <c>new</c>. Each mailbox has a folder of its own, named by the
/// Sandbox's list and never by what came over the wire.
/// </summary>
internal sealed class MailDrop
{
    private readonly Dictionary<string, string> _folders;

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public MailDrop(string path, IEnumerable<string> mailboxes)
    {
        Path = System.IO.Path.GetFullPath(path);
        _folders = mailboxes.ToDictionary(mailbox => mailbox, mailbox => System.IO.Path.Combine(Path, mailbox), StringComparer.OrdinalIgnoreCase);
        PrivateFiles.CreateFolder(Path);
        foreach (var folder in _folders.Values)
        {
            // With the parents first, so that no folder is made with the rights that are usual.
            PrivateFiles.CreateFolder(folder);
            foreach (var name in (string[])["tmp", "new", "cur"])
                PrivateFiles.CreateFolder(System.IO.Path.Combine(folder, name));
        }
    }

    public string Path { get; }

    /// <summary>Where the mails of each mailbox are delivered.</summary>
    public IReadOnlyDictionary<string, string> Folders => _folders;

    /// <summary>How many mails nobody has fetched.</summary>
    public int Waiting => _folders.Values.Sum(folder => Directory.EnumerateFiles(System.IO.Path.Combine(folder, "new")).Count());

    /// <summary>Delivers what left for each recipient; when the call returns it is on the disk. What lies in the mailbox on the web is not delivered.</summary>
    public void Deliver(string id, byte[] raw, IEnumerable<GatewayDelivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(delivery => delivery.Way is not GatewayWay.WebMailbox))
            Deliver(id, delivery.Raw ?? raw, delivery.Recipients);
    }

    private void Deliver(string id, byte[] raw, IReadOnlyList<string> recipients)
    {
        foreach (var folder in recipients.Select(recipient => _folders.GetValueOrDefault(recipient)).OfType<string>().Distinct())
            Write(folder, id, raw);
    }

    private static void Write(string folder, string id, byte[] raw)
    {
        var written = System.IO.Path.Combine(folder, "tmp", id);
        using (var file = PrivateFiles.Create(written))
        {
            file.Write(raw);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, System.IO.Path.Combine(folder, "new", id));
    }
}
