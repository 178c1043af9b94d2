using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>The value of a field that is known and not needed: whatever it is, it is passed over. What a service adds beyond the known fields is kept.</summary>
[JsonConverter(typeof(PassedOver))]
internal sealed class Unread
{
    private Unread()
    {
    }

    internal sealed class PassedOver : JsonConverter<Unread>
    {
        public override Unread? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, Unread value, JsonSerializerOptions options) => throw new NotSupportedException("Answers are read only.");
    }
}
