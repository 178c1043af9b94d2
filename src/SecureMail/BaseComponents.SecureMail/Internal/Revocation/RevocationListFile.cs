using System.Text;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>A file of revocation lists, DER or PEM.</summary>
internal sealed class RevocationListFile(string path)
{
    private readonly Lock _reading = new();
    private IReadOnlyList<byte[]> _lists = [];
    private (DateTime, long) _stamp;

    public IReadOnlyList<byte[]> Lists
    {
        get
        {
            lock (_reading)
            {
                try
                {
                    ReadIfChanged();
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // It is being exchanged, or gone: what was read of it counts until its own end.
                }

                return _lists;
            }
        }
    }

    public bool HoldsLists => Lists.Count > 0 && Lists.All(RevocationList.IsList);

    public static bool HoldLists(byte[] content) => Split(content) is { Count: > 0 } lists && lists.All(RevocationList.IsList);

    /// <summary>The lists in what may be DER or PEM.</summary>
    public static IReadOnlyList<byte[]> Split(byte[] content)
    {
        // DER begins with a sequence; PEM is text.
        if (content is [0x30, ..])
            return [content];
        return RevocationPem.Split(Encoding.ASCII.GetString(content), RevocationPem.List);
    }

    private void ReadIfChanged()
    {
        var info = new FileInfo(path);
        var stamp = (info.LastWriteTimeUtc, info.Exists ? info.Length : 0);
        if (stamp == _stamp)
            return;
        (_lists, _stamp) = (Split(File.ReadAllBytes(path)), stamp);
    }
}
