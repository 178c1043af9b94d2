using System.Text.Json;
using System.Text.Json.Serialization;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Keys and days as they lie in a snapshot.</summary>
internal static class KeyConverters
{
    /// <summary>A service key, its digits.</summary>
    internal sealed class Leika : JsonConverter<LeikaKey>
    {
        public override LeikaKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LeikaKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, LeikaKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>A region key, its digits.</summary>
    internal sealed class Region : JsonConverter<RegionKey>
    {
        public override RegionKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => RegionKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RegionKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>A postal code, its digits.</summary>
    internal sealed class Code : JsonConverter<PostalCode>
    {
        public override PostalCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PostalCode.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PostalCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>A municipality key, its digits.</summary>
    internal sealed class Town : JsonConverter<MunicipalityKey>
    {
        public override MunicipalityKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => MunicipalityKey.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, MunicipalityKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
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
