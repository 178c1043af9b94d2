extern alias eidweb;

using System.Text;
using eidweb::BaseComponents.Eid.AspNetCore;
using eidweb::BaseComponents.Eid.AspNetCore.Internal;
using eidweb::BaseComponents.Eid.AspNetCore.Internal.Broker;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>Claims of a logout token whose signature was right.</summary>
internal sealed class LogoutTokenReader() : Reader("logout-token")
{
    private static readonly LogoutTokenRules _rules = new(new EidBrokerOptions(), TimeProvider.System);

    public override void Read(byte[] input)
    {
        try
        {
            var payload = UserInfoReader.Plain(Encoding.UTF8.GetString(input));
            if (payload.ValueKind is not System.Text.Json.JsonValueKind.Object)
                return;
            var statement = _rules.Read(payload);
            if (payload.TryGetProperty("nonce", out _) || statement.Id.Length == 0 || (statement.Subject ?? statement.Session) is null)
                throw new WrongReadingException("A logout token was taken that says nothing, or is an ID token.");
        }
        catch (LoginFailure)
        {
            // Refused as promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        const string Complete = """{"iss":"https://broker.example","aud":"client","iat":1900000000,"exp":1900000120,"jti":"1","sid":"s","sub":"p","events":{"http://schemas.openid.net/event/backchannel-logout":{}}}""";
        yield return ("complete.json", Encoding.UTF8.GetBytes(Complete));
        yield return ("with-nonce.json", Encoding.UTF8.GetBytes(Complete.Replace("\"sid\"", "\"nonce\"", StringComparison.Ordinal)));
        yield return ("times.json", Encoding.UTF8.GetBytes(Complete.Replace("1900000120", "1e300", StringComparison.Ordinal)));
    }
}
