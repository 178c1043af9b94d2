using System.Text.Json.Serialization;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.EntityFrameworkCore.Internal;

/// <summary>The recipients of a row; states by name, so that rows stay readable when a state is added.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<OutboxRecipient>))]
internal sealed partial class RecipientsJson : JsonSerializerContext;
