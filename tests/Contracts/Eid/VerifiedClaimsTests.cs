using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Eid;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Data of which the broker says how they were checked.</summary>
public sealed class VerifiedClaimsTests : HostileBrokerCase
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["VerifiedClaims:Frameworks:0:Name"] = "eidas",
        ["VerifiedClaims:Frameworks:0:AssuranceLevel"] = "high",
        ["VerifiedClaims:Frameworks:0:Level"] = "High",
        ["VerifiedClaims:Frameworks:1:Name"] = "de_aml",
        ["VerifiedClaims:Frameworks:1:Level"] = "Substantial",
        ["VerifiedClaims:Claims:0"] = "family_name",
    };

    [Fact]
    public async Task A_verified_value_wins_over_a_plain_one_and_carries_its_trust()
    {
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = Set("eidas", "high", """{"family_name":"GEPRÜFT"}""");

        var citizen = await CitizenAsync();
        citizen.Person.FamilyName.Should().Be("GEPRÜFT");
        citizen.TrustOf(EidAttribute.FamilyName).Should().Be(AssuranceLevel.High);
        (citizen.Person.GivenNames, citizen.TrustOf(EidAttribute.GivenNames)).Should().Be(("Erika", AssuranceLevel.Unknown), "nobody verified it");
        citizen.TrustOf(EidAttribute.Pseudonym).Should().Be(AssuranceLevel.High);
    }

    [Fact]
    public async Task Of_several_the_best_counts()
    {
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = new JsonArray(
            Set("de_aml", null, """{"family_name":"ZWEITER","given_name":"ZWEITE"}"""),
            Set("eidas", "high", """{"family_name":"ERSTER"}"""));

        var citizen = await CitizenAsync();
        (citizen.Person.FamilyName, citizen.Person.GivenNames).Should().Be(("ERSTER", "ZWEITE"));
        (citizen.TrustOf(EidAttribute.FamilyName), citizen.TrustOf(EidAttribute.GivenNames)).Should().Be((AssuranceLevel.High, AssuranceLevel.Substantial));
    }

    [Theory]
    [InlineData("""{"verification":{"trust_framework":"eidas","assurance_level":"low"},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":{"trust_framework":"eidas"},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":{"trust_framework":"de_aml","assurance_level":"high"},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":{"trust_framework":"eidas","assurance_level":["high"]},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":{"trust_framework":["eidas"],"assurance_level":"high"},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":{"trust_framework":"EIDAS","assurance_level":"high"},"claims":{"family_name":"X"}}""")]
    [InlineData("""{"verification":null,"claims":{"family_name":"X"}}""")]
    [InlineData("""{"claims":{"family_name":"X"}}""")]
    [InlineData("""[[{"verification":{"trust_framework":"eidas","assurance_level":"high"},"claims":{"family_name":"X"}}]]""")]
    [InlineData("\"eidas\"")]
    public async Task What_was_not_checked_by_accepted_rules_is_not_verified(string verified)
    {
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = JsonNode.Parse(verified);

        var citizen = await CitizenAsync();
        (citizen.Person.FamilyName, citizen.TrustOf(EidAttribute.FamilyName)).Should().Be(("Mustermann", AssuranceLevel.Unknown));
    }

    [Fact]
    public async Task Where_only_verified_data_count_the_others_are_missing()
    {
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = Set("eidas", "high", """{"family_name":"GEPRÜFT","sub":"somebody-else"}""");

        var citizen = await CitizenAsync(("VerifiedClaims:Only", "true"));
        (citizen.Person.FamilyName, citizen.Person.GivenNames, citizen.Pseudonym!.Value).Should().Be(("GEPRÜFT", null, "person"));
        citizen.AbsenceOf(EidAttribute.GivenNames).Should().Be(AbsenceReason.Unstated);
    }

    [Fact]
    public async Task The_level_of_the_log_in_never_comes_from_verified_claims()
    {
        Broker.Payload = payload => payload.Remove("acr");
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = Set("eidas", "high", """{"acr":"http://eidas.europa.eu/LoA/high"}""");

        await ShouldEnd("LevelTooLow", settings: Settings);
    }

    [Fact]
    public async Task They_are_asked_for_with_their_rules()
    {
        await CitizenAsync();

        var asked = JsonElement.Parse(Broker.Asked["claims"]).GetProperty("userinfo").GetProperty("verified_claims");
        asked.EnumerateArray().Select(one => one.GetProperty("verification").GetProperty("trust_framework").GetProperty("value").GetString()).Should().Equal("eidas", "de_aml");
        asked[0].GetProperty("verification").GetProperty("assurance_level").GetProperty("values")[0].GetString().Should().Be("high");
        asked[1].GetProperty("claims").GetProperty("family_name").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Too_many_are_refused()
    {
        Broker.UserInfo = userInfo => userInfo["verified_claims"] = new JsonArray([.. Enumerable.Range(0, 17).Select(_ => (JsonNode)Set("eidas", "high", "{}"))]);

        await ShouldEnd("Rejected", "verified-claims-too-many", Settings);
    }

    private static JsonObject Set(string framework, string? level, string claims)
    {
        var verification = new JsonObject { ["trust_framework"] = framework };
        if (level is not null)
            verification["assurance_level"] = level;
        return new JsonObject { ["verification"] = verification, ["claims"] = JsonNode.Parse(claims) };
    }

    private async Task<EidIdentity> CitizenAsync((string Name, string Value)? more = null)
    {
        var settings = new Dictionary<string, string?>(Settings);
        if (more is { } setting)
            settings[setting.Name] = setting.Value;
        return (await ShouldEnd("logged in: High", settings: settings)).Seen!;
    }
}
