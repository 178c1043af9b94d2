using System.Text.Json;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>One member of the metadata. What is not known is passed over: later versions may say more.</summary>
internal static class JsonMetadata
{
    public static void Read(ref Utf8JsonReader reader, string name, ExportMetadata metadata)
    {
        metadata.RequireNew($"metadata/{name}");
        if (name is ExportNames.FormId)
            metadata.SetFormId(Text(ref reader));
        else if (name is ExportNames.Mailbox)
            metadata.SetMailbox(Text(ref reader));
        else if (name is ExportNames.CreationDate)
            metadata.SetCreationDate(Text(ref reader));
        else if (name is ExportNames.Pdf && metadata.MaxPdfBytes > 0)
            metadata.SetPdf(Decoded(ref reader, metadata.MaxPdfBytes));
        else
            reader.Skip();
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        _ => throw new ExportRefusedException("field-not-text"),
    };

    private static ReadOnlyMemory<byte> Decoded(ref Utf8JsonReader reader, int most)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.String)
            throw new ExportRefusedException("field-not-text");
        // An escape makes it longer than it is; base64 needs none but for '/'.
        if (!reader.ValueIsEscaped && reader.ValueSpan.Length / 4L * 3 > most + 2L)
            throw new ExportRefusedException("pdf-too-long");
        return reader.TryGetBytesFromBase64(out var bytes) ? bytes : throw new ExportRefusedException("pdf-not-base64");
    }
}
