using System.Text.Json.Nodes;

namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>Data of a user that are not what they seem: unsigned, of somebody else, of a strange shape.</summary>
public sealed class HostileBrokerDataTests : HostileBrokerCase
{
    [Fact]
    public async Task The_method_counts_in_the_signed_token_only()
    {
        Broker.UserInfo = userInfo => userInfo["amr"] = "eID";

        (await ShouldEnd("logged in: High")).Seen!.Method.Should().Be(BaseComponents.Eid.EidMethod.Unknown);
    }

    [Fact]
    public async Task The_level_counts_in_the_signed_token_only()
    {
        Broker.Payload = payload => payload.Remove("acr");
        Broker.UserInfo = userInfo => userInfo["acr"] = "http://eidas.europa.eu/LoA/high";

        await ShouldEnd("LevelTooLow", "level-Unknown-below-High");
    }

    [Theory]
    [InlineData("[\"http://eidas.europa.eu/LoA/high\"]")]
    [InlineData("{\"value\":\"http://eidas.europa.eu/LoA/high\"}")]
    [InlineData("4")]
    public async Task A_level_that_is_no_text_is_no_level(string acr)
    {
        Broker.Payload = payload => payload["acr"] = JsonNode.Parse(acr);

        await ShouldEnd("LevelTooLow");
    }

    [Fact]
    public async Task Data_of_somebody_else_are_refused()
    {
        Broker.UserInfo = userInfo => userInfo["sub"] = "somebody-else";

        await ShouldEnd("Rejected");
    }

    [Fact]
    public async Task An_attribute_without_measure_is_refused()
    {
        Broker.UserInfo = userInfo => userInfo["family_name"] = new string('x', 2001);

        await ShouldEnd("Rejected", "attribute-too-long");
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_counts_as_missing()
    {
        Broker.UserInfo = userInfo => userInfo["birthdate"] = "CANARY-12.08.1964";

        var application = await ShouldEnd("logged in: High");
        application.Log.With("cannot be read").Should().ContainSingle();
        application.Log.With("CANARY").Should().BeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("[[\"x\"],{\"x\":1},null]")]
    [InlineData("{\"locality\":{\"x\":[1]},\"formatted\":7,\"country\":[]}")]
    public async Task Values_of_a_strange_shape_count_as_missing(string value)
    {
        Broker.UserInfo = userInfo =>
        {
            foreach (var claim in (string[])["given_name", "family_name", "birth_family_name", "title", "birthdate", "place_of_birth", "nationalities", "address", "email", "email_verified", "amr"])
                userInfo[claim] = JsonNode.Parse(value);
        };

        var application = await ShouldEnd("logged in: High");
        application.Seen!.Person.Should().Be(BaseComponents.Eid.EidPerson.Nobody);
        application.Seen.Address.Should().BeNull();
    }
}
