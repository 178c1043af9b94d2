using System.Xml;
using BaseComponents.Eid.Internal.Amt24;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>An export in XML: as it stands, or mended where that has one meaning only.</summary>
internal static class XmlExport
{
    private const string Malformed = "xml-malformed";

    /// <exception cref="ExportRefusedException">It is not acceptable.</exception>
    public static ExportDraft Read(ReadOnlyMemory<byte> utf8, ExportRules rules)
    {
        try
        {
            using var text = new DecodedText(utf8.Span);
            return Read(text, rules);
        }
        catch (XmlRefusedException)
        {
            throw new ExportRefusedException("xml-not-utf8");
        }
    }

    private static ExportDraft Read(DecodedText text, ExportRules rules)
    {
        try
        {
            return Read(text, new ExportDraft(rules));
        }
        // An instance outside its group is noticed before the end of that group is.
        catch (ExportRefusedException refused) when (refused.Reason is Malformed or XmlNodes.UnexpectedElement)
        {
            if (text.Whole.Contains("<!DOCTYPE", StringComparison.Ordinal))
                throw new ExportRefusedException("xml-doctype");
            if (GroupMender.Mend(text.Whole) is not { } mended)
                throw;
            using var again = new StringReader(mended);
            return Read(again, new ExportDraft(rules) { WasMended = true });
        }
    }

    private static ExportDraft Read(TextReader text, ExportDraft draft)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = true, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(text, settings);
            new XmlExportContent(reader, draft).Read();
            return draft;
        }
        catch (XmlException)
        {
            throw new ExportRefusedException(Malformed);
        }
    }
}
