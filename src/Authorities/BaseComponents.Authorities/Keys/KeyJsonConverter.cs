using System.Text.Json;
using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Reads and writes a key as a JSON string, also as the name of a dictionary's entry. No key at all is <c>null</c>. The keys name this converter
/// themselves: nothing has to be registered.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
public sealed class KeyJsonConverter<TKey> : JsonConverter<TKey>
    where TKey : struct, IUtf8SpanParsable<TKey>, IUtf8SpanFormattable
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => Parse(ref reader),
        _ => throw new JsonException($"A {typeof(TKey).Name} is a JSON string."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> buffer = stackalloc byte[KeyText.Longest];
        if (Format(value, buffer) is { IsEmpty: false } text)
            writer.WriteStringValue(text);
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc/>
    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> buffer = stackalloc byte[KeyText.Longest];
        if (Format(value, buffer) is not { IsEmpty: false } text)
            throw new JsonException($"An empty {typeof(TKey).Name} names no entry of a dictionary.");
        writer.WritePropertyName(text);
    }

    private static ReadOnlySpan<byte> Format(TKey value, Span<byte> buffer)
    {
        value.TryFormat(buffer, out var written, default, null);
        return buffer[..written];
    }

    // Escapes make a text up to six times as long; whatever is longer is no key.
    private static TKey Parse(ref Utf8JsonReader reader)
    {
        const int longest = KeyText.Longest * 6;
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        Span<byte> buffer = stackalloc byte[longest];
        try
        {
            return length <= longest && TKey.TryParse(buffer[..reader.CopyString(buffer)], null, out var key)
                ? key
                : throw new JsonException($"This is not a {typeof(TKey).Name}.");
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text is no UTF-8.", exception);
        }
    }
}
