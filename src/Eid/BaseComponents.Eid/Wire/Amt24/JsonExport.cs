using System.Text.Json;
using System.Text.Unicode;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>An export in JSON: an object with <c>metadata</c> and <c>fields</c>, or the fields alone.</summary>
internal static class JsonExport
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <exception cref="ExportRefusedException">It is not acceptable.</exception>
    public static ExportDraft Read(ReadOnlyMemory<byte> utf8, ExportRules rules)
    {
        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8.Span[3..] : utf8.Span;
        if (!Utf8.IsValid(bytes))
            throw new ExportRefusedException("json-not-utf8");
        try
        {
            var draft = new ExportDraft(rules);
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            new JsonExportContent(draft).Read(ref reader);
            reader.Read();
            return draft;
        }
        // The second: half a letter, written as an escape.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ExportRefusedException("json-malformed");
        }
    }
}
