using System.Net;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>The eID-Interface as an application written by hand sees it.</summary>
public sealed class ServerTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IDisposable
{
    private readonly EidServerByHand _server = new(sandbox.Server);

    /// <summary>Contents that the schema does not allow, with what is wrong.</summary>
    public static TheoryData<string, string> Violations { get; } = new()
    {
        { "no operations", "<e:useIDRequest/>" },
        { "an operation missing", Content(CallByHand.Demand().Replace("<e:ArtisticName></e:ArtisticName>", "", StringComparison.Ordinal)) },
        { "operations in another order", Content(CallByHand.Demand().Replace("<e:GivenNames></e:GivenNames><e:FamilyNames></e:FamilyNames>", "<e:FamilyNames></e:FamilyNames><e:GivenNames></e:GivenNames>", StringComparison.Ordinal)) },
        { "an operation twice", Content(CallByHand.Demand() + "<e:PlaceVerification/>") },
        { "an unknown operation", Content(CallByHand.Demand() + "<e:ShoeSize>REQUIRED</e:ShoeSize>") },
        { "an unknown demand", Content(CallByHand.Demand(("GivenNames", "MAYBE"))) },
        { "white space in a demand", Content(CallByHand.Demand(("GivenNames", " REQUIRED "))) },
        { "another namespace", Content(CallByHand.Demand().Replace("<e:GivenNames>", "<GivenNames>", StringComparison.Ordinal).Replace("</e:GivenNames>", "</GivenNames>", StringComparison.Ordinal)) },
        { "an attribute", Content(CallByHand.Demand()).Replace("<e:UseOperations>", "<e:UseOperations a='b'>", StringComparison.Ordinal) },
        { "text between elements", Content(CallByHand.Demand() + "x") },
        { "parameters in another order", Content(CallByHand.Demand(), "<e:TransactionInfo>x</e:TransactionInfo><e:AgeVerificationRequest><e:Age>18</e:Age></e:AgeVerificationRequest>") },
        { "a negative age", Content(CallByHand.Demand(), "<e:AgeVerificationRequest><e:Age>-1</e:Age></e:AgeVerificationRequest>") },
        { "a municipality key", Content(CallByHand.Demand(), "<e:PlaceVerificationRequest><e:CommunityID>14612000</e:CommunityID></e:PlaceVerificationRequest>") },
        { "an unknown level", Content(CallByHand.Demand(), "<e:LevelOfAssuranceRequest>STORK-QAA-Level-4</e:LevelOfAssuranceRequest>") },
        { "an unknown kind of document", Content(CallByHand.Demand(), "<e:EIDTypeRequest><e:Paper>ALLOWED</e:Paper></e:EIDTypeRequest>") },
        { "a short key", Content(CallByHand.Demand(), "<e:PSK><e:ID>0123456789abcdef</e:ID><e:Key>00ff</e:Key></e:PSK>") },
        { "a key that is no number", Content(CallByHand.Demand(), "<e:PSK><e:ID>0123456789abcdef</e:ID><e:Key>zz000000000000000000000000000000</e:Key></e:PSK>") },
        { "a short name of a key", Content(CallByHand.Demand(), "<e:PSK><e:ID>short</e:ID><e:Key>00000000000000000000000000000000</e:Key></e:PSK>") },
    };

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_session_has_secrets_and_the_address_of_the_server()
    {
        var (first, second) = (await _server.CallAsync(CallByHand.UseId()), await _server.CallAsync(CallByHand.UseId()));

        (first.Status, first.IsOk, first.Minor).Should().Be((HttpStatusCode.OK, true, null));
        first.Session.Should().MatchRegex("^[0-9a-f]{32}$").And.NotBe(second.Session);
        first["PSK", "Key"].Should().MatchRegex("^[0-9a-f]{64}$").And.NotBe(second["PSK", "Key"]);
        first["PSK", "ID"].Should().MatchRegex("^[0-9a-f]{64}$").And.NotBe(first.Session).And.NotBe(second["PSK", "ID"]);
        first["eCardServerAddress"].Should().StartWith("https://127.0.0.1:");
        AnswerSchema.Errors(first.Content).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_of_the_application_is_taken_once()
    {
        const string psk = "<e:PSK><e:ID>of-the-application-itself</e:ID><e:Key>000102030405060708090A0B0C0D0E0F</e:Key></e:PSK>";
        var (first, second) = (await _server.CallAsync(CallByHand.UseId(rest: psk)), await _server.CallAsync(CallByHand.UseId(rest: psk)));

        (first["PSK", "ID"], first["PSK", "Key"]?.ToUpperInvariant()).Should().Be(("of-the-application-itself", "000102030405060708090A0B0C0D0E0F"));
        second.Minor.Should().Be("invalidPSK");
    }

    [Fact]
    public async Task The_rights_of_the_certificate_are_told()
    {
        var answer = await _server.CallAsync(CallByHand.ServerInfo());

        (answer["ServerVersion", "Major"], answer["ServerVersion", "Minor"]).Should().Be(("2", "4"));
        CallByHand.Operations.Select(name => answer["DocumentVerificationRights", name]).Should().AllBe("ALLOWED");
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
        (await _server.VerifiesAsync(answer)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task What_the_schema_does_not_allow_is_refused(string name, string content)
    {
        var answer = await _server.CallAsync(new CallByHand("useID", content));

        answer.Minor.Should().Be("schemaViolation", name);
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
        (await _server.VerifiesAsync(answer)).Should().BeTrue();
    }

    [Fact]
    public async Task Everything_in_its_order_is_taken()
    {
        const string rest = """
            <e:AgeVerificationRequest><e:Age>18</e:Age></e:AgeVerificationRequest>
            <e:PlaceVerificationRequest><e:CommunityID>027614</e:CommunityID></e:PlaceVerificationRequest>
            <e:TransactionInfo>Anmeldung eines Hundes</e:TransactionInfo>
            <e:TransactionAttestationRequest><e:TransactionAttestationFormat>urn:x</e:TransactionAttestationFormat><e:TransactionContext>y</e:TransactionContext></e:TransactionAttestationRequest>
            <e:LevelOfAssuranceRequest> http://bsi.bund.de/eID/LoA/hoch </e:LevelOfAssuranceRequest>
            <e:EIDTypeRequest><e:CardCertified>ALLOWED</e:CardCertified><e:HWKeyStore>DENIED</e:HWKeyStore></e:EIDTypeRequest>
            <e:PSK><e:ID>one-of-seventeen-and-more</e:ID><e:Key>000102030405060708090a0b0c0d0e0f</e:Key></e:PSK>
            """;

        (await _server.CallAsync(CallByHand.UseId(CallByHand.All("REQUIRED"), rest))).IsOk.Should().BeTrue();
    }

    [Theory]
    [InlineData("AgeVerification")]
    [InlineData("PlaceVerification")]
    public async Task A_function_wants_its_parameter(string function) =>
        (await _server.CallAsync(CallByHand.UseId(CallByHand.Demand((function, "ALLOWED"))))).Minor.Should().Be("missingArgument");

    [Theory]
    [InlineData("00000000000000000000000000000000", "1", "invalidSession")]
    [InlineData("00ff", "1", "schemaViolation")]
    [InlineData("00000000000000000000000000000000", "one", "schemaViolation")]
    public async Task A_result_belongs_to_a_session(string session, string counter, string minor)
    {
        var answer = await _server.CallAsync(new CallByHand("getResult", $"<e:getResultRequest><e:Session><e:ID>{session}</e:ID></e:Session><e:RequestCounter>{counter}</e:RequestCounter></e:getResultRequest>"));

        answer.Minor.Should().Be(minor);
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { "noResultYet", "noResultYet", "noResultYet" })]
    [InlineData(new[] { 1, 1, 2 }, new[] { "noResultYet", "invalidCounter", "invalidSession" })]
    [InlineData(new[] { 1, 3, 4 }, new[] { "noResultYet", "invalidCounter", "invalidSession" })]
    [InlineData(new[] { 0, 1 }, new[] { "invalidCounter", "invalidSession" })]
    [InlineData(new[] { 2 }, new[] { "invalidCounter" })]
    public async Task The_counter_goes_up_by_one_or_the_session_ends(int[] counters, string[] minors)
    {
        var session = (await _server.CallAsync(CallByHand.UseId())).Session;

        var answers = new List<string?>();
        foreach (var counter in counters)
            answers.Add((await _server.CallAsync(CallByHand.GetResult(session, counter))).Minor);

        answers.Should().Equal(minors);
    }

    [Fact]
    public async Task Without_a_client_certificate_nobody_gets_in()
    {
        using var somebody = new EidServerByHand(sandbox.Server, withCertificate: false);

        (await somebody.CallAsync(CallByHand.UseId())).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("x", "http://bsi.bund.de/eID/useID", "text/xml", HttpStatusCode.InternalServerError)]
    [InlineData("<!DOCTYPE x><x/>", "http://bsi.bund.de/eID/useID", "text/xml", HttpStatusCode.InternalServerError)]
    [InlineData("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>", "", "text/xml", HttpStatusCode.InternalServerError)]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/><s:Body/></s:Envelope>", "", "text/xml", HttpStatusCode.InternalServerError)]
    [InlineData("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/><s:Body><x/></s:Body></s:Envelope>", "", "text/xml", HttpStatusCode.InternalServerError)]
    [InlineData("<x/>", "", "application/soap+xml", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_call_is_a_fault(string message, string action, string type, HttpStatusCode status)
    {
        var answer = await _server.SendAsync(message, action, type);

        answer.Status.Should().Be(status);
        if (status is HttpStatusCode.InternalServerError)
        {
            answer.Content.LocalName.Should().Be("Fault");
            (await _server.VerifiesAsync(answer)).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Too_much_is_not_read()
    {
        var answer = await _server.SendAsync(new string(' ', 300_000), "");

        answer.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_action_is_that_of_the_body()
    {
        (await _server.CallAsync(CallByHand.UseId() with { Action = "http://bsi.bund.de/eID/useID" })).IsOk.Should().BeTrue("it need not stand in quotes");
        (await _server.CallAsync(CallByHand.UseId() with { Action = "\"http://bsi.bund.de/eID/getResult\"" })).Content.LocalName.Should().Be("Fault");
    }

    [Fact]
    public async Task A_header_that_must_be_understood_and_is_not_is_a_fault() =>
        (await _server.CallAsync(CallByHand.UseId() with { HeaderExtra = """<x xmlns="urn:x" s:mustUnderstand="1"/>""" }))["faultcode"].Should().Be("soap:MustUnderstand");

    private static string Content(string operations, string rest = "") => $"<e:useIDRequest><e:UseOperations>{operations}</e:UseOperations>{rest}</e:useIDRequest>";
}
