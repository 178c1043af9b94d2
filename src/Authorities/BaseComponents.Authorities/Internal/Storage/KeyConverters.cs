using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Keys and days as they lie in a snapshot.</summary>
internal static class KeyConverters
{
    /// <summary>A key, its digits; unlike elsewhere never null.</summary>
    internal sealed class Key<TKey> : JsonConverter<TKey>
        where TKey : struct, IParsable<TKey>
    {
        public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TKey.Parse(reader.GetString()!, null);

        public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>Days as two numbers.</summary>
    internal sealed class Days : JsonConverter<DayInterval>
    {
        public override DayInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var days = JsonElement.ParseValue(ref reader);
            return new DayInterval(days[0].GetInt32(), days[1].GetInt32());
        }

        public override void Write(Utf8JsonWriter writer, DayInterval value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.From);
            writer.WriteNumberValue(value.To);
            writer.WriteEndArray();
        }
    }
}
