using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>Source-generated serialisation: tolerant of what is not known, but amounts are numbers, and what says two things says nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16)]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(PaymentTransaction))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class WireJson : JsonSerializerContext;
