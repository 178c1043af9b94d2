using System.Xml;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>What stands in well-formed XML: metadata, then groups with their instances and fields.</summary>
internal sealed class XmlExportContent(XmlReader reader, ExportDraft draft)
{
    public const string Root = "serviceportal";
    public const string Fields = "serviceportal-fields";

    private bool _hasFields;

    public void Read()
    {
        reader.MoveToContent();
        switch (XmlNodes.Name(reader))
        {
            case Root:
                XmlNodes.Children(reader, Part);
                break;
            // As it was before there were metadata.
            case Fields:
                AllGroups();
                break;
            default:
                throw new ExportRefusedException("other-root");
        }
        while (reader.Read())
        {
        }
        if (!_hasFields)
            throw new ExportRefusedException("no-fields");
    }

    private void Part(string name)
    {
        if (name == "metadata")
        {
            draft.Metadata.RequireNew(name);
            XmlNodes.Children(reader, new XmlMetadata(reader, draft.Metadata).Read);
        }
        else if (name == Fields)
            AllGroups();
        else
            throw new ExportRefusedException(XmlNodes.UnexpectedElement);
    }

    private void AllGroups()
    {
        if (_hasFields)
            throw new ExportRefusedException("fields-twice");
        _hasFields = true;
        XmlNodes.Children(reader, group => XmlNodes.Children(reader, instance => Instance(group, instance)));
    }

    private void Instance(string group, string name)
    {
        if (!name.StartsWith(ExportDraft.InstancePrefix, StringComparison.Ordinal))
            throw new ExportRefusedException(XmlNodes.UnexpectedElement);
        var instance = ExportDraft.Instance(name.AsSpan(ExportDraft.InstancePrefix.Length));
        draft.CountField();
        draft.RequireNew($"{group}/{instance}");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        XmlNodes.Children(reader, field => Field(group, instance, field, seen.Add(field)));
    }

    private void Field(string group, int instance, string field, bool isNew)
    {
        draft.CountField();
        if (!isNew)
            throw new ExportRefusedException("field-twice");
        if (draft.Find(group, field) is { } datum)
            draft.Set(instance, datum, Value());
        else
            XmlNodes.Skip(reader);
    }

    // A text, or the one entry of a list.
    private string? Value()
    {
        string? selected = null;
        var text = XmlNodes.Text(reader, () => selected = XmlNodes.Name(reader) is "selectedValue" && selected is null ? XmlNodes.Text(reader) : throw new ExportRefusedException("field-not-text"));
        return selected is null || string.IsNullOrWhiteSpace(text) ? selected ?? text : throw new ExportRefusedException("field-not-text");
    }
}
