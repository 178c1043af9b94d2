using System.Text.Json;
using System.Text.Json.Serialization;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Source-generated serialisation: amounts are numbers, and what says two things says nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 16)]
[JsonSerializable(typeof(RestBookingList))]
[JsonSerializable(typeof(RestAnswer))]
internal sealed partial class EpayblJson : JsonSerializerContext;
