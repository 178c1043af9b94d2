using System.Text;
using System.Xml;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>The steps through XML that an export needs. Each leaves the reader behind the element it began at.</summary>
internal static class XmlNodes
{
    public const string UnexpectedElement = "unexpected-element";

    private const int Deepest = 16;

    // With blanks around it; what is left is measured later.
    private const int LongestText = 100_000;

    /// <summary>Calls for every element inside; there may be no text beside them.</summary>
    public static void Children(XmlReader reader, Action<string> read)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.MoveToContent() != XmlNodeType.EndElement)
            if (reader.NodeType == XmlNodeType.Element)
                read(Name(reader));
            else
                throw new ExportRefusedException("unexpected-text");
        if (!isEmpty)
            reader.Read();
    }

    public static string Name(XmlReader reader) => reader.NamespaceURI.Length == 0 && reader.LocalName.Length <= ExportDraft.LongestName
        ? reader.LocalName
        : throw new ExportRefusedException(UnexpectedElement);

    public static string Text(XmlReader reader) => Text(reader, static () => throw new ExportRefusedException("field-not-text"));

    /// <summary>The text of an element, and a call for every element inside.</summary>
    public static string Text(XmlReader reader, Action read)
    {
        var text = new StringBuilder();
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        reader.Read();
        while (!isEmpty && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Element)
                read();
            else
                Append(text, reader);
        if (!isEmpty)
            reader.Read();
        return text.ToString();
    }

    public static void Skip(XmlReader reader)
    {
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        reader.Read();
        while (!isEmpty && reader.Depth > depth)
        {
            if (reader.Depth > Deepest)
                throw new ExportRefusedException("too-deep");
            reader.Read();
        }
        if (!isEmpty)
            reader.Read();
    }

    private static void Append(StringBuilder text, XmlReader reader)
    {
        if (text.Length + reader.Value.Length > LongestText)
            throw new ExportRefusedException("field-too-long");
        text.Append(reader.Value);
        reader.Read();
    }
}
