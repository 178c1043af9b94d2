using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire;

/// <summary>Source-generated serialisation: strict in writing, tolerant of numbers as text in reading; what says two things says nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 16)]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(PaymentTransaction))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class WireJson : JsonSerializerContext;
