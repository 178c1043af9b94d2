extern alias eidweb;

using System.Buffers.Text;
using System.Text;
using eidweb::BaseComponents.Eid.AspNetCore;
using eidweb::BaseComponents.Eid.AspNetCore.Internal;
using eidweb::BaseComponents.Eid.AspNetCore.Internal.Broker;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>Tokens before their signature is looked at: form and header.</summary>
internal sealed class BrokerTokenReader() : Reader("broker-token")
{
    private static readonly EidBrokerOptions _broker = new();
    private static readonly BrokerTokens _tokens = new(_broker, new BrokerKeys(_broker.Client), null!);

    public override void Read(byte[] input)
    {
        try
        {
            var signed = _tokens.Open(Encoding.UTF8.GetString(input), mustBeEncrypted: false, "JWT");
            if (signed.Count(letter => letter == '.') != 2 || signed[^1] == '.')
                throw new WrongReadingException("Something was taken for a signed token that has no signature.");
        }
        catch (LoginFailure)
        {
            // Refused as promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("signed.txt", Token("""{"alg":"RS256","kid":"1","typ":"JWT"}""", ".e30.AAAA"));
        yield return ("unsigned.txt", Token("""{"alg":"none"}""", ".e30."));
        yield return ("critical.txt", Token("""{"alg":"RS256","crit":["exp"]}""", ".e30.AAAA"));
        yield return ("encrypted.txt", Token("""{"alg":"RSA-OAEP-256","enc":"A256GCM"}""", ".AAAA.AAAA.AAAA.AAAA"));
        yield return ("agreed.txt", Token("""{"alg":"ECDH-ES","enc":"A256CBC-HS512","epk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}""", "..AAAA.AAAA.AAAA"));
    }

    private static byte[] Token(string header, string rest) => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + rest);
}
