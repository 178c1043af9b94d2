using System.Text;
using System.Text.Json;
using BaseComponents.Eid.Internal.Amt24;

namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>What stands in the JSON. The keys of fields are <c>GROUP_N_FIELD</c>.</summary>
internal sealed class JsonExportContent(ExportDraft draft)
{
    private bool _hasFields;
    private bool _isFlat;

    public void Read(ref Utf8JsonReader reader)
    {
        RequireObject(ref reader);
        while (Next(ref reader) is { } name)
            Member(ref reader, name);
        if (!_hasFields && !_isFlat)
            throw new ExportRefusedException("no-fields");
    }

    private void Member(ref Utf8JsonReader reader, string name)
    {
        if (name == "metadata")
        {
            draft.Metadata.RequireNew(name);
            RequireObject(ref reader);
            while (Next(ref reader) is { } item)
                JsonMetadata.Read(ref reader, item, draft.Metadata);
        }
        else if (name == "fields" && !_hasFields && !_isFlat)
        {
            _hasFields = true;
            RequireObject(ref reader);
            while (Next(ref reader) is { } key)
                Field(ref reader, key);
        }
        else if (name == "fields" || _hasFields)
            throw new ExportRefusedException("fields-twice");
        else
        {
            _isFlat = true;
            Field(ref reader, name);
        }
    }

    private void Field(ref Utf8JsonReader reader, string key)
    {
        draft.CountField();
        draft.RequireNew(key);
        if (JsonKey.Find(key, draft) is { } place)
            draft.Set(place.Instance, place.Datum, Value(ref reader));
        else
            reader.Skip();
    }

    // A text, a number as it is written, or the one entry of a list.
    private static string? Value(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Single(ref reader);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
            return null;
        var value = Single(ref reader);
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? value : throw new ExportRefusedException("field-not-text");
    }

    private static string? Single(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new ExportRefusedException("field-not-text"),
    };

    private static void RequireObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ExportRefusedException("unexpected-element");
    }

    // The name of the next member, with the reader at its value.
    private static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
            return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }
}
