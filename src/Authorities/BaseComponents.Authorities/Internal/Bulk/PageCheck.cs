using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>
/// Counts the objects of a page by reading it as a directory will, and keeps none. A page that a directory would refuse never counts: it
/// would cost the whole folder.
/// </summary>
internal sealed class PageCheck : IXzufiSink
{
    public long Written { get; private set; }

    public long Deleted { get; private set; }

    public void Stamp(MessageStamp stamp)
    {
        // Which message is the newer one matters when they are merged.
    }

    public void Write(XzufiService service) => Written++;

    public void Write(XzufiUnit unit) => Written++;

    public void Write(XzufiCompetence competence) => Written++;

    public void Write(XzufiOnlineService onlineService) => Written++;

    public void Delete(string kind, OfficeId id) => Deleted++;

    public void Report(string element, string id, string problem)
    {
        // One object that cannot be used costs no other; the directory reports it.
    }
}
