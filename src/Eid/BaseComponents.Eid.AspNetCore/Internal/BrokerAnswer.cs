using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>The two documents of one log-in: the payload of the ID token (validated before it gets here), and the userinfo answer.</summary>
internal sealed class BrokerAnswer
{
    private BrokerAnswer(JsonElement idToken) => IdToken = idToken;

    public JsonElement IdToken { get; }

    public JsonElement? UserInfo { get; set; }

    public static BrokerAnswer FromIdToken(string idToken)
    {
        // Two readers of one text must not see two different things: a name that stands twice is refused.
        var strict = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 };
        try
        {
            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(idToken.Split('.')[1]), strict);
            return new BrokerAnswer(payload.RootElement.Clone());
        }
        catch (JsonException)
        {
            throw new LoginFailure(EidLoginOutcome.Rejected, "id-token-payload-unreadable");
        }
    }
}
