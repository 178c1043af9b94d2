extern alias eidweb;
using System.Buffers.Text;
using System.Text;
using BaseComponents.Eid;
using eidweb::BaseComponents.Eid.AspNetCore;
using eidweb::BaseComponents.Eid.AspNetCore.Internal;
using eidweb::BaseComponents.Eid.AspNetCore.Internal.Broker;
using eidweb::BaseComponents.Eid.AspNetCore.Internal.Mapping;
using Microsoft.Extensions.Logging.Abstractions;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>What a broker tells of a user, verified or not, in userinfo beside an ID token that says little.</summary>
internal sealed class VerifiedClaimsReader() : Reader("verified-claims")
{
    private const string IdToken = """{"iss":"https://broker.example","sub":"person","acr":"http://eidas.europa.eu/LoA/low"}""";
    private static readonly EidBrokerOptions _broker = new()
    {
        Scopes = { "profile" },
        ClaimNames = { DocumentType = "document_type", DateOfExpiry = "date_of_expiry", OrganisationName = "organization_name", Trust = "trust", Absence = "absence" },
        VerifiedClaims = { Frameworks = { new EidTrustFramework { Name = "eidas", AssuranceLevel = "high", Level = AssuranceLevel.High } } },
    };

    public override void Read(byte[] input)
    {
        try
        {
            var text = Encoding.UTF8.GetString(input);
            var answer = BrokerAnswer.FromIdToken($".{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(IdToken))}.");
            answer.UserInfo = UserInfoReader.Plain(text);
            var identity = new IdentityMapper("fuzz", _broker, NullLogger.Instance).Map(answer);
            if (identity.Level is not AssuranceLevel.Low || identity.Pseudonym!.Value != "person")
                throw new WrongReadingException("Level or pseudonym came from what nobody signed.");
            if (identity.Person.FamilyName is not null && identity.TrustOf(EidAttribute.FamilyName) > AssuranceLevel.Low && !MayBeTrusted(answer.UserInfo.Value))
                throw new WrongReadingException("A name is trusted that nobody verified.");
        }
        catch (LoginFailure)
        {
            // Refused as promised.
        }
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("one.json", Encoding.UTF8.GetBytes("""{"sub":"person","family_name":"A","verified_claims":{"verification":{"trust_framework":"eidas","assurance_level":"high"},"claims":{"family_name":"B","address":{"locality":"C"}}}}"""));
        yield return ("several.json", Encoding.UTF8.GetBytes("""{"family_name":"A","verified_claims":[{"verification":{"trust_framework":"de_aml"},"claims":{"family_name":"B"}},{"verification":{"trust_framework":"eidas","assurance_level":"low"},"claims":{"family_name":"C"}}]}"""));
        yield return ("plain.json", Encoding.UTF8.GetBytes("""{"family_name":["A"],"birthdate":"1964-00-00","nationalities":["DE"],"date_of_expiry":"2031-08-31","trust":{"family_name":"STORK-QAA-Level-1"},"absence":{"title":"refused"}}"""));
    }

    private static bool MayBeTrusted(System.Text.Json.JsonElement userInfo) => userInfo.TryGetProperty("verified_claims", out _) || userInfo.TryGetProperty("trust", out _);
}
