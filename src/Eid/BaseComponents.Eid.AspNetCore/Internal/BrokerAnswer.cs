using System.Text.Json;
using BaseComponents.Eid.AspNetCore.Internal.Broker;
using BaseComponents.Eid.AspNetCore.Internal.Sessions;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>The two documents of one log-in: the payload of the ID token (validated before it gets here), and the userinfo answer.</summary>
internal sealed class BrokerAnswer
{
    private BrokerAnswer(JsonElement idToken) => IdToken = idToken;

    public JsonElement IdToken { get; }

    public JsonElement? UserInfo { get; set; }

    /// <summary>Which session at the broker this log-in belongs to.</summary>
    public SessionOrigin Origin => new(
        Text("sub"),
        Text("sid"),
        IdToken.TryGetProperty("iat", out var issued) && issued.ValueKind is JsonValueKind.Number && issued.TryGetDouble(out var seconds) ? (long)seconds : 0);

    public static BrokerAnswer FromIdToken(string idToken) => new(TokenHeader.Parse(idToken.Split('.')[1]));

    private string? Text(string name) => IdToken.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
