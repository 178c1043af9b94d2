using System.Net;
using BaseComponents.Tests.Sandbox.Eid.Saml;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Whatever the server can be told to do wrong shows, and once.</summary>
public sealed class FaultTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime
{
    private readonly EidServerByHand _server = new(sandbox.Server);
    private ApplicationByHand _application = null!;

    public async ValueTask InitializeAsync() => _application = await ApplicationByHand.StartAsync(_server.Client);

    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        await _application.DisposeAsync();
    }

    [Theory]
    [InlineData("use-id", "unsigned")]
    [InlineData("use-id", "foreign-signature")]
    [InlineData("use-id", "foreign-key")]
    [InlineData("use-id", "tampered")]
    [InlineData("get-result", "unsigned")]
    [InlineData("get-result", "foreign-signature")]
    [InlineData("get-result", "foreign-key")]
    [InlineData("get-result", "tampered")]
    public async Task A_bad_signature_verifies_by_no_key_of_the_settings(string call, string fault)
    {
        var answer = await DisturbedAsync(call, fault);

        (await _server.VerifiesAsync(answer)).Should().BeFalse();
        (await _server.VerifiesAsync(await CalledAsync(call))).Should().BeTrue("the fault is over");
    }

    [Theory]
    [InlineData("use-id")]
    [InlineData("get-result")]
    public async Task Signatures_leave_parts_out_or_use_an_old_hash(string call)
    {
        var (noBody, noTime, sha1) = (await DisturbedAsync(call, "body-unsigned"), await DisturbedAsync(call, "timestamp-unsigned"), await DisturbedAsync(call, "sha1"));

        References(noBody).Should().Equal(Id(Security(noBody).Only("Timestamp")));
        References(noTime).Should().Equal(Id(noTime.Envelope.Only("Body")));
        (await _server.VerifiesAsync(noBody), await _server.VerifiesAsync(noTime)).Should().Be((true, true));
        sha1.Text.Should().Contain("xmldsig#rsa-sha1").And.Contain("xmldsig#sha1");
    }

    [Theory]
    [InlineData("use-id")]
    [InlineData("get-result")]
    public async Task Time_stamps_are_of_another_time_or_missing(string call)
    {
        var (stale, future, missing) = (await DisturbedAsync(call, "stale"), await DisturbedAsync(call, "future"), await DisturbedAsync(call, "timestamp-missing"));

        Expires(stale).Should().BeBefore(TimeProvider.System.GetUtcNow().AddMinutes(-50));
        Expires(future).Should().BeAfter(TimeProvider.System.GetUtcNow().AddMinutes(50));
        Security(missing).Children("Timestamp").Should().BeEmpty();
        (await _server.VerifiesAsync(stale), await _server.VerifiesAsync(future), await _server.VerifiesAsync(missing)).Should().Be((true, true, true));
    }

    [Fact]
    public async Task A_wrapped_body_is_still_signed_and_somebody_else_stands_in_its_place()
    {
        var (wrapped, sameId, twoBodies) = (await DisturbedAsync("get-result", "wrapped"), await DisturbedAsync("get-result", "wrapped-same-id"), await DisturbedAsync("get-result", "two-bodies"));

        wrapped["PersonalData", "FamilyNames"].Should().Be("ANGREIFER");
        sameId["PersonalData", "FamilyNames"].Should().Be("ANGREIFER");
        (await _server.VerifiesAsync(wrapped)).Should().BeTrue("what was signed is still there");
        Id(sameId.Envelope.Only("Body")).Should().Be(References(sameId).Last());
        twoBodies.Envelope.Children("Body").Should().HaveCount(2);
        (await DisturbedAsync("use-id", "wrapped"))["PSK", "ID"].Should().NotBeNull();
    }

    [Theory]
    [InlineData("use-id", "too-many-sessions", "tooManyOpenSessions")]
    [InlineData("use-id", "missing-rights", "missingTerminalRights")]
    [InlineData("use-id", "internal-error", "internalError")]
    [InlineData("use-id", "unknown-code", "neverHeardOf")]
    [InlineData("get-result", "internal-error", "internalError")]
    [InlineData("get-result", "unknown-code", "neverHeardOf")]
    [InlineData("get-result", "invalid-counter", "invalidCounter")]
    [InlineData("get-result", "expired-session", "invalidSession")]
    [InlineData("get-result", "no-result-yet", "noResultYet")]
    public async Task The_server_refuses(string call, string fault, string minor)
    {
        var answer = await DisturbedAsync(call, fault);

        answer.Minor.Should().Be(minor);
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
        (await _server.VerifiesAsync(answer)).Should().BeTrue();
        (await CalledAsync(call)).IsOk.Should().BeTrue("the fault is over");
    }

    [Fact]
    public async Task A_session_that_got_no_result_gets_it_at_the_next_call_or_never()
    {
        var (late, stuck) = (await ReadAsync(), await ReadAsync());
        await _server.ArmAsync("eid-server.get-result.no-result-yet");
        var lateAnswers = new[] { await ResultAsync(late, 1), await ResultAsync(late, 2) };
        await _server.ArmAsync("eid-server.get-result.never-a-result");
        var stuckAnswers = new[] { await ResultAsync(stuck, 1), await ResultAsync(stuck, 2), await ResultAsync(stuck, 3) };

        lateAnswers.Select(answer => answer.Minor).Should().Equal("noResultYet", null);
        stuckAnswers.Select(answer => answer.Minor).Should().AllBe("noResultYet");
    }

    [Fact]
    public async Task A_fault_waits_for_a_result()
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-server.get-result.unsigned");
        var waiting = await ResultAsync(begun, 1);
        await _application.ReadCardAsync(begun, "erika");

        (await _server.VerifiesAsync(waiting), await _server.VerifiesAsync(await ResultAsync(begun, 2))).Should().Be((true, false));
    }

    [Fact]
    public async Task The_result_before_comes_again_with_its_signature()
    {
        var before = await CalledAsync("get-result");
        var again = await DisturbedAsync("get-result", "replayed");

        again.Text.Should().Be(before.Text);
        (await CalledAsync("get-result")).Text.Should().NotBe(before.Text);
    }

    [Theory]
    [InlineData("denied-document", "deniedDocument")]
    [InlineData("invalid-document", "invalidDocument")]
    public async Task A_document_is_refused(string fault, string minor)
    {
        var begun = await _server.CallAsync(CallByHand.UseId());
        await _server.ArmAsync("eid-server." + fault);

        (await _application.ReadCardAsync(begun, "erika")).Query.Should().EndWith("ResultMajor=error&ResultMinor=serverError");
        (await ResultAsync(begun, 1)).Minor.Should().Be(minor);
    }

    [Theory]
    [InlineData("refused-groups", "PROHIBITED", null)]
    [InlineData("missing-groups", "NOTONCHIP", null)]
    [InlineData("missing-data", "ALLOWED", null)]
    [InlineData("without-data", null, null)]
    public async Task Data_groups_are_missing(string fault, string? state, string? name)
    {
        var answer = await DisturbedAsync("get-result", fault);

        (answer.IsOk, answer["OperationsAllowedByUser", "FamilyNames"], answer["PersonalData", "FamilyNames"]).Should().Be((true, state, name));
        AnswerSchema.Errors(answer.Content).Should().BeEmpty();
    }

    [Theory]
    [InlineData("level-too-low", "http://bsi.bund.de/eID/LoA/normal")]
    [InlineData("unknown-level", "http://bsi.bund.de/eID/LoA/allerhoechstens")]
    [InlineData("without-level", null)]
    public async Task The_level_is_another_one(string fault, string? level) =>
        (await DisturbedAsync("get-result", fault))["LevelOfAssuranceResult"].Should().Be(level);

    [Fact]
    public async Task Somebody_is_too_young() => (await DisturbedAsync("get-result", "too-young"))["FulfilsAgeVerification", "FulfilsRequest"].Should().Be("false");

    [Fact]
    public async Task A_sloppy_server_writes_as_the_official_samples_do()
    {
        var (begun, answer) = (await DisturbedAsync("use-id", "sloppy"), await DisturbedAsync("get-result", "sloppy"));

        begun.Content.Only("Result", "ResultMajor").NamespaceURI.Should().BeEmpty();
        answer.Content.Only("Result", "ResultMajor").NamespaceURI.Should().BeEmpty();
        (answer["LevelOfAssuranceResult"], answer["LevelOfAssuranceResponse"]?.Trim()).Should().Be((null, "http://bsi.bund.de/eID/LoA/hoch"));
        answer.Content.Only("PersonalData", "PlaceOfResidence", "StructuredPlace").ChildNodes.OfType<System.Xml.XmlElement>().Select(part => part.LocalName).Should().StartWith(["Street", "State", "City"]);
        (await _server.VerifiesAsync(begun), await _server.VerifiesAsync(answer)).Should().Be((true, true));
        AnswerSchema.Errors(answer.Content).Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_server_sends_secrets_and_addresses_that_are_no_good()
    {
        (await DisturbedAsync("use-id", "plain-address"))["eCardServerAddress"].Should().StartWith("http://");
        (await DisturbedAsync("use-id", "short-secrets")).Session.Should().Be("00ff");
    }

    [Theory]
    [InlineData("use-id")]
    [InlineData("get-result")]
    public async Task Answers_are_no_xml_or_too_much_of_it(string call)
    {
        var (cut, page, doctype, huge, deep) = (await DisturbedAsync(call, "cut"), await DisturbedAsync(call, "page"), await DisturbedAsync(call, "doctype"), await DisturbedAsync(call, "huge"), await DisturbedAsync(call, "deep"));

        cut.Text.Should().NotEndWith("</soap:Envelope>");
        page.Text.Should().Contain("<!doctype html>");
        doctype.Text.Should().Contain("<!ENTITY");
        huge.Text.Length.Should().BeGreaterThan(8_000_000);
        deep.Text.Should().Contain(string.Concat(Enumerable.Repeat("<x>", 2000)));
    }

    [Fact]
    public async Task The_server_is_down_slow_or_faulty()
    {
        await _server.ArmAsync("eid-server.unavailable");
        (await _server.CallAsync(CallByHand.UseId())).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        await _server.ArmAsync("eid-server.soap-fault");
        (await _server.CallAsync(CallByHand.UseId()))["faultcode"].Should().Be("soap:Server");
        await _server.ArmAsync("eid-server.slow", milliseconds: 400);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        (await _server.CallAsync(CallByHand.UseId())).IsOk.Should().BeTrue();
        clock.ElapsedMilliseconds.Should().BeGreaterThanOrEqualTo(400);
    }

    [Fact]
    public async Task The_certificate_allows_less()
    {
        await _server.ArmAsync("eid-server.server-info.fewer-rights");
        var (fewer, all) = (await _server.CallAsync(CallByHand.ServerInfo()), await _server.CallAsync(CallByHand.ServerInfo()));

        (fewer["DocumentVerificationRights", "PlaceOfResidence"], fewer["DocumentVerificationRights", "GivenNames"]).Should().Be(("PROHIBITED", "ALLOWED"));
        all["DocumentVerificationRights", "PlaceOfResidence"].Should().Be("ALLOWED");
    }

    private async Task<EidAnswerByHand> DisturbedAsync(string call, string fault)
    {
        await _server.ArmAsync($"eid-server.{call}.{fault}");
        return await CalledAsync(call);
    }

    private async Task<EidAnswerByHand> CalledAsync(string call) => call == "use-id" ? await _server.CallAsync(CallByHand.UseId()) : await ResultAsync(await ReadAsync(), 1);

    private async Task<EidAnswerByHand> ReadAsync()
    {
        var begun = await _server.CallAsync(CallByHand.UseId(
            CallByHand.Demand(("FamilyNames", "REQUIRED"), ("PlaceOfResidence", "ALLOWED"), ("AgeVerification", "ALLOWED")),
            "<e:AgeVerificationRequest><e:Age>18</e:Age></e:AgeVerificationRequest><e:LevelOfAssuranceRequest>http://bsi.bund.de/eID/LoA/substantiell</e:LevelOfAssuranceRequest>"));
        begun.IsOk.Should().BeTrue();
        await _application.ReadCardAsync(begun, "erika");
        return begun;
    }

    private Task<EidAnswerByHand> ResultAsync(EidAnswerByHand begun, int counter) => _server.CallAsync(CallByHand.GetResult(begun.Session, counter));

    private static System.Xml.XmlElement Security(EidAnswerByHand answer) => answer.Envelope.Only("Header", "Security");

    private static List<string> References(EidAnswerByHand answer) =>
        [.. Security(answer).Only("Signature", "SignedInfo").Children("Reference").Select(reference => reference.GetAttribute("URI")[1..])];

    private static string Id(System.Xml.XmlElement element) => element.GetAttribute("Id", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd");

    private static DateTimeOffset Expires(EidAnswerByHand answer) =>
        DateTimeOffset.Parse(Security(answer).Only("Timestamp", "Expires").InnerText, System.Globalization.CultureInfo.InvariantCulture);
}
