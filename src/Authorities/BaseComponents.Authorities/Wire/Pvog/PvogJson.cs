using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Authorities.Wire.Pvog;

/// <summary>Source-generated serialisation: tolerant of what is not known and of values of another kind; what says two things says nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    MaxDepth = 32,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LooseText)])]
[JsonSerializable(typeof(List<PvogPlace>))]
[JsonSerializable(typeof(PvogDescriptionPage))]
[JsonSerializable(typeof(List<PvogUnitTitle>))]
[JsonSerializable(typeof(PvogUnit))]
[JsonSerializable(typeof(PvogOnlinePage))]
internal sealed partial class PvogJson : JsonSerializerContext;

/// <summary>A text; a number or a truth value is taken as it is written, anything else is none.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return TextOf(ref reader);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return System.Text.Encoding.UTF8.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TextOf(ref reader) ?? "";

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    // Half a character that is written out is no text.
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
