using System.Text;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>
/// Mends what happens to exports with several groups or instances: the end of a group is written after each of its instances and once more before the next group. So the end of
/// the group that has just ended is dropped once, and an instance that follows it is put into that group. Everything else, and everything that is written in another way than the
/// export writes it, is left alone: then there is no mending.
/// </summary>
internal sealed class GroupMender
{
    private const int Deepest = 16;

    private readonly StringBuilder _mended = new();
    private readonly List<string> _open = [];
    private string? _ended;
    private bool _dropped;
    private bool _hasMended;

    /// <returns>Null where nothing is to be mended, or the meaning is not plain.</returns>
    public static string? Mend(ReadOnlySpan<char> text)
    {
        var mender = new GroupMender();
        return mender.Take(text[Declaration(text)..]) && mender._hasMended ? mender._mended.ToString() : null;
    }

    private bool IsAmongGroups => _open is [XmlExportContent.Fields] or [XmlExportContent.Root, XmlExportContent.Fields];

    private static int Declaration(ReadOnlySpan<char> text) =>
        text.StartsWith("<?xml ", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end ? end + 2 : 0;

    private bool Take(ReadOnlySpan<char> rest)
    {
        while (rest.IndexOf('<') is >= 0 and var start)
        {
            TakeText(rest[..start]);
            rest = rest[start..];
            if (ExportTag.Read(rest) is not { } tag || !(tag.IsEnd ? TakeEnd(tag) : TakeStart(tag)))
                return false;
            rest = rest[tag.Length..];
        }
        TakeText(rest);
        return true;
    }

    private void TakeText(ReadOnlySpan<char> text)
    {
        _mended.Append(text);
        if (!text.IsWhiteSpace())
            _ended = null;
    }

    private bool TakeStart(ExportTag tag)
    {
        if (IsAmongGroups && tag.Name.StartsWith(ExportDraft.InstancePrefix, StringComparison.Ordinal))
        {
            if (_ended is not { } group || _dropped)
                return false;
            _mended.Append('<').Append(group).Append('>');
            _open.Add(group);
            _hasMended = true;
        }
        (_ended, _dropped) = (IsAmongGroups && tag.IsEmpty ? tag.Name : null, false);
        _mended.Append(tag.Text);
        if (!tag.IsEmpty)
            _open.Add(tag.Name);
        return _open.Count <= Deepest;
    }

    private bool TakeEnd(ExportTag tag)
    {
        if (_open is [.., var last] && last == tag.Name)
        {
            _open.RemoveAt(_open.Count - 1);
            (_ended, _dropped) = (IsAmongGroups ? tag.Name : null, false);
            _mended.Append(tag.Text);
            return true;
        }
        if (!IsAmongGroups || _dropped || _ended != tag.Name)
            return false;
        _dropped = _hasMended = true;
        return true;
    }
}
