using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Routing;
using CsCheck;

namespace BaseComponents.Tests.Authorities.Routing;

/// <summary>A good signature counts only for the destination, the service, the area, the host and the time that it names.</summary>
public sealed class BindingTests : IDisposable
{
    private readonly StubRouting _stub = new();

    [Theory]
    [InlineData("14", "145220180180")]
    [InlineData("145", "145220180180")]
    [InlineData("14522", "145220180180")]
    [InlineData("145220000000", "145220180180")]
    [InlineData("140000000000", "145220180180")]
    [InlineData("145220180", "145220180180")]
    [InlineData("145220180180", "145220180")]
    [InlineData("000000000000", "145220180180")]
    [InlineData("145215101", "145215101340")]
    [InlineData("145215101000", "145215101340")]
    [InlineData("14612", "146120000000")]
    [InlineData("146120000000", "14612")]
    [InlineData("14522", "14522")]
    [InlineData("11000", "11")]
    public async Task It_counts_for_the_area_and_what_lies_in_it(string named, string asked) => (await RefusalAsync(named, asked)).Should().BeNull();

    [Theory]
    [InlineData("14521", "145220180180", "the district beside")]
    [InlineData("15", "145220180180", "the state beside")]
    [InlineData("145220180180", "145220080080", "the municipality beside")]
    [InlineData("145220180180", "14522", "the district around")]
    [InlineData("145215101", "145215138370", "another association")]
    [InlineData("145215101", "145210010010", "a municipality of the district outside of the association")]
    [InlineData("145215101340", "145215101060", "another member")]
    [InlineData("145220180", "145220080080", "the municipality beside, by nine digits")]
    [InlineData("146120000000", "146270140140", "the district beside the town")]
    [InlineData("1452", "145220180180", "four digits are no key")]
    [InlineData("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags:14522180", "145220180180", "a key of another list")]
    [InlineData("URN:DE:BUND:DESTATIS:BEVOELKERUNGSSTATISTIK:SCHLUESSEL:RS:14", "145220180180", "another way of writing")]
    [InlineData("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs: 14", "145220180180", "spaces")]
    public async Task It_does_not_count_anywhere_else(string named, string asked, string because) => (await RefusalAsync(named, asked)).Should().Be(DestinationRefusal.OtherArea, because);

    [Theory]
    [InlineData("14522", null)]
    [InlineData("145220180", null)]
    [InlineData("145220180180", null)]
    [InlineData("14521", DestinationRefusal.OtherArea)]
    [InlineData("145220080080", DestinationRefusal.OtherArea)]
    public async Task By_municipality_key_it_is_the_same(string named, DestinationRefusal? expected) => (await ByMunicipalityAsync(named, "14522180")).Should().Be(expected);

    [Fact]
    public async Task A_municipality_key_does_not_tell_the_association() => (await ByMunicipalityAsync("145215101", "14521340")).Should().Be(DestinationRefusal.OtherArea);

    [Fact]
    public void An_area_counts_exactly_where_both_share_its_digits() =>
        Gen.Select(Municipality, Municipality, Gen.Int[0, 3], Gen.Bool).Sample(
            (asked, other, tier, isFilled) =>
            {
                var length = ((int[])[2, 5, 9, 12])[tier];
                var signed = isFilled ? other[..length].PadRight(12, '0') : other[..length];
                var expected = asked[..length] == other[..length] ? null : (DestinationRefusal?)DestinationRefusal.OtherArea;
                RefusalAsync(signed, asked).GetAwaiter().GetResult().Should().Be(expected, $"{signed} is signed and {asked} asked");
            },
            iter: 400,
            threads: 1);

    [Fact]
    public async Task Service_and_area_are_named_for_each_other()
    {
        const string Other = "99050012104000";
        (await _stub.RefusalAsync(new Token { Entries = [([Token.Service], ["15"]), ([Other], ["14"])] })).Should().Be(DestinationRefusal.OtherServiceInArea);
        (await _stub.RefusalAsync(new Token { Entries = [([Token.Service], ["15"]), ([Other], ["14"]), ([Other, Token.Service], ["13", "14"])] })).Should().BeNull();
        (await _stub.RefusalAsync(new Token { Entries = [] })).Should().Be(DestinationRefusal.OtherService);
        (await _stub.RefusalAsync(new Token { Entries = [([Token.Service], [])] })).Should().Be(DestinationRefusal.OtherArea);
    }

    [Theory]
    [InlineData("99102013000000")]
    [InlineData("99102013104001")]
    [InlineData("urn:de:fim:leika:leistung:99 102 013 104 000")]
    [InlineData("URN:de:fim:leika:leistung:99102013104000")]
    public async Task Only_the_service_itself_counts(string named) => (await _stub.RefusalAsync(new Token { Entries = [([named], ["14"])] })).Should().Be(DestinationRefusal.OtherService);

    [Fact]
    public async Task It_is_for_the_destination_it_stands_beside() =>
        (await _stub.RefusalAsync(new Token { Claims = claims => claims["destinationId"] = Guid.NewGuid().ToString() })).Should().Be(DestinationRefusal.OtherDestination);

    [Theory]
    [InlineData("submission.example.attacker.example")]
    [InlineData("attacker.example")]
    [InlineData("submission.example:8443")]
    [InlineData("https://submission.example")]
    [InlineData("submission.example.")]
    public async Task Applications_go_to_hosts_of_the_settings_only(string host) =>
        (await _stub.RefusalAsync(new Token { Claims = claims => claims["submissionHost"] = host })).Should().Be(DestinationRefusal.ForeignSubmissionHost);

    [Theory]
    [InlineData("iat", 59, null)]
    [InlineData("iat", 61, DestinationRefusal.IssuedInFuture)]
    [InlineData("exp", -59, null)]
    [InlineData("exp", -61, DestinationRefusal.OutOfTime)]
    [InlineData("nbf", 59, null)]
    [InlineData("nbf", 61, DestinationRefusal.OutOfTime)]
    public async Task Clocks_may_differ_by_a_minute(string claim, int seconds, DestinationRefusal? expected) =>
        (await _stub.RefusalAsync(new Token { Claims = claims => claims[claim] = Token.Now.AddSeconds(seconds).ToUnixTimeSeconds() })).Should().Be(expected);

    [Theory]
    [InlineData("1.00:00:00", null)]
    [InlineData("23:59:59", DestinationRefusal.OutOfTime)]
    public async Task A_signature_may_be_so_old(string age, DestinationRefusal? expected) => (await _stub.With("MaxSignatureAge", age).RefusalAsync(new Token())).Should().Be(expected);

    [Theory]
    [InlineData("\"1637863481\"")]
    [InlineData("1637863481.5")]
    [InlineData("-1")]
    [InlineData("1e40")]
    [InlineData("253402300800")]
    public async Task A_time_is_a_whole_number_of_seconds(string json) =>
        (await _stub.RefusalAsync(new Token { Claims = claims => claims["iat"] = System.Text.Json.Nodes.JsonNode.Parse(json) })).Should().Be(DestinationRefusal.Malformed);

    public void Dispose() => _stub.Dispose();

    // Few values for each tier, so that many pairs share some of them.
    private static Gen<string> Municipality { get; } = Gen.Select(OneOf("14", "15"), OneOf("521", "522", "612"), OneOf("5101", "5102"), OneOf("010", "101", "110"),
        (state, district, association, own) => state + district + association + own);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private Task<DestinationRefusal?> RefusalAsync(string signed, string asked) => _stub.RefusalAsync(new Token { Entries = [([Token.Service], [signed])] }, asked);

    private async Task<DestinationRefusal?> ByMunicipalityAsync(string signed, string key)
    {
        _stub.Answer = _ => StubRouting.Json(StubRouting.Page(new Token { Entries = [([Token.Service], [signed])] }.ToString()));
        var route = (await _stub.Router.FindRoutesAsync(LeikaKey.Parse(Token.Service), MunicipalityKey.Parse(key))).Single();
        return (route.Destination as SignedDestination.Refused)?.Reason;
    }
}
