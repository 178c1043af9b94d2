using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Answers whose signed parts are genuine and stand in the wrong place, at the wrong time, or twice.</summary>
public sealed class EnvelopeTests
{
    private const string Mallory = "<soapenv:Body><eid:getResultResponse xmlns:eid=\"http://bsi.bund.de/eID/\"/></soapenv:Body>";

    private readonly ForgedServer _server = new();

    private string Good => _server.Good(AnswerContents.Erika).ToXml();

    private string GoodBody => Between(Good, "<soapenv:Body", "</soapenv:Body>");

    private string GoodTimestamp => Between(Good, "<wsu:Timestamp", "</wsu:Timestamp>");

    private string GoodSecurity => Between(Good, "<wsse:Security", "</wsse:Security>");

    [Fact]
    public Task The_signed_body_moved_into_the_header_is_refused() =>
        Refused(Good.Replace(GoodBody, Mallory, StringComparison.Ordinal).Replace("</soapenv:Header>", $"<w:Wrapper xmlns:w=\"urn:w\">{GoodBody}</w:Wrapper></soapenv:Header>", StringComparison.Ordinal), "security-identifier");

    [Fact]
    public Task And_when_the_new_body_has_an_identifier_of_its_own() =>
        Refused(Good.Replace(GoodBody, Mallory.Replace("Body>", "Body wsu:Id=\"body-2\">", StringComparison.Ordinal).Replace("</soapenv:Body wsu:Id=\"body-2\">", "</soapenv:Body>", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("</soapenv:Header>", $"<w:Wrapper xmlns:w=\"urn:w\">{GoodBody}</w:Wrapper></soapenv:Header>", StringComparison.Ordinal), "signature-leaves-out");

    [Fact]
    public Task And_when_it_takes_the_identifier_of_the_old_one() =>
        Refused(Good.Replace(GoodBody, Mallory.Replace("<soapenv:Body>", "<soapenv:Body wsu:Id=\"body-1\">", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("</soapenv:Header>", $"<w:Wrapper xmlns:w=\"urn:w\">{GoodBody}</w:Wrapper></soapenv:Header>", StringComparison.Ordinal), "xml-identifier-twice");

    [Theory]
    [InlineData("Id")]
    [InlineData("ID")]
    [InlineData("id")]
    [InlineData("xml:id")]
    public Task No_identifier_stands_twice_in_whatever_attribute(string name) =>
        Refused(Good.Replace("</soapenv:Header>", $"<w:Wrapper xmlns:w=\"urn:w\" {name}=\"body-1\"/></soapenv:Header>", StringComparison.Ordinal), "xml-identifier-twice");

    [Fact]
    public Task Two_bodies_are_refused() => Refused(Good.Replace(GoodBody, GoodBody + Mallory, StringComparison.Ordinal), "soap-shape");

    [Fact]
    public Task A_body_before_the_header_is_refused() =>
        Refused(Good.Replace("<soapenv:Header>", Mallory + "<soapenv:Header>", StringComparison.Ordinal), "soap-shape");

    [Fact]
    public Task The_body_of_another_namespace_is_refused() => Refused(Good.Replace("<soapenv:Body ", "<soapenv:Body xmlns:soapenv=\"http://www.w3.org/2003/05/soap-envelope\" ", StringComparison.Ordinal), "soap-shape");

    [Fact]
    public Task An_envelope_of_soap_1_2_is_refused() => Refused(Good.Replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope", StringComparison.Ordinal), "soap-envelope");

    [Fact]
    public Task Two_answers_in_one_body_are_refused() => Refused(_server.Good(AnswerContents.Erika + AnswerContents.Erika).ToXml(), "soap-another-answer");

    [Fact]
    public Task The_answer_to_another_question_is_refused() => Refused(_server.Good(AnswerContents.Started).ToXml(), "soap-another-answer");

    [Fact]
    public Task Two_security_headers_are_refused() => Refused(Good.Replace(GoodSecurity, GoodSecurity + "<wsse:Security soapenv:actor=\"urn:other\"/>", StringComparison.Ordinal), "security-twice");

    [Fact]
    public Task One_of_another_namespace_is_refused() => Refused(Good.Replace(GoodSecurity, GoodSecurity + "<x:Security xmlns:x=\"urn:x\"/>", StringComparison.Ordinal), "security-twice");

    [Fact]
    public Task None_is_refused() => Refused(Good.Replace(GoodSecurity, "", StringComparison.Ordinal), "security-missing");

    [Fact]
    public Task An_envelope_without_header_is_refused() => Refused(Good.Replace($"<soapenv:Header>{GoodSecurity}</soapenv:Header>", "", StringComparison.Ordinal), "security-missing");

    [Fact]
    public Task Two_timestamps_are_refused() => Refused(Good.Replace(GoodTimestamp, GoodTimestamp + "<wsu:Timestamp wsu:Id=\"timestamp-2\"/>", StringComparison.Ordinal), "security-timestamp");

    [Fact]
    public Task Two_signatures_are_refused()
    {
        var signature = Between(Good, "<ds:Signature ", "</ds:Signature>");
        return Refused(Good.Replace(signature, signature + signature, StringComparison.Ordinal), "security-signature");
    }

    [Fact]
    public Task A_security_header_with_an_assertion_is_refused() => Refused(Good.Replace("</wsse:Security>", "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"/></wsse:Security>", StringComparison.Ordinal), "security-content");

    [Fact]
    public Task A_header_that_must_be_understood_is_refused() => Refused((_server.Good(AnswerContents.Erika) with { MoreHeader = "<x:Unknown xmlns:x=\"urn:x\" soapenv:mustUnderstand=\"1\"/>" }).ToXml(), "soap-must-understand");

    [Fact]
    public async Task A_header_that_need_not_be_is_left_alone() => (await ResultOf((_server.Good(AnswerContents.Erika) with { MoreHeader = "<x:Unknown xmlns:x=\"urn:x\"/>" }).ToXml())).Should().BeOfType<EidServerResult.Verified>();

    [Theory]
    [InlineData(-360)]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Clocks_may_differ_a_little(int seconds) =>
        (await ResultOf((_server.Good(AnswerContents.Erika) with { Timestamp = Timestamp(seconds, 600) }).ToXml())).Should().BeOfType<EidServerResult.Verified>();

    [Theory]
    [InlineData(-361, 600, "security-expired")]
    [InlineData(61, 600, "security-not-yet-valid")]
    [InlineData(-120, 60, "security-expired")]
    [InlineData(0, -1, "security-expired")]
    public Task And_not_more(int seconds, int lifetime, string reason) => Refused((_server.Good(AnswerContents.Erika) with { Timestamp = Timestamp(seconds, lifetime) }).ToXml(), reason);

    [Theory]
    [InlineData("<wsu:Timestamp wsu:Id=\"timestamp-1\"/>")]
    [InlineData("<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Expires>2026-11-27T12:05:00Z</wsu:Expires></wsu:Timestamp>")]
    [InlineData("<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Created>yesterday</wsu:Created></wsu:Timestamp>")]
    [InlineData("<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Created>2026-11-27T12:00:00</wsu:Created></wsu:Timestamp>")]
    [InlineData("<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Created>2026-11-27T12:00:00Z</wsu:Created><wsu:Created>2026-11-27T12:00:00Z</wsu:Created></wsu:Timestamp>")]
    public Task A_timestamp_without_a_time_is_refused(string timestamp) => Refused((_server.Good(AnswerContents.Erika) with { Timestamp = timestamp }).ToXml(), "security-timestamp");

    [Theory]
    [InlineData("2026-11-27T13:00:00+01:00")]
    [InlineData("2026-11-27T12:00:00.123456789Z")]
    public async Task Times_are_read_as_platforms_write_them(string created) =>
        (await ResultOf((_server.Good(AnswerContents.Erika) with { Timestamp = $"<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Created>{created}</wsu:Created></wsu:Timestamp>" }).ToXml()))
            .Should().BeOfType<EidServerResult.Verified>();

    [Fact]
    public async Task A_success_counts_once()
    {
        var client = new ForgedServer(_server.Clock).SaysXml(Good).Client();
        await client.GetResultAsync(Sessions.Open);

        await client.Invoking(again => again.GetResultAsync(Sessions.Open)).Should().ThrowAsync<EidException>().WithMessage("*(answer-used-before)*");
    }

    [Fact]
    public async Task That_there_is_no_result_yet_may_be_said_in_the_same_words()
    {
        // Servers with clocks of whole seconds and fixed identifiers sign the same octets twice.
        var server = new ForgedServer(_server.Clock).SaysXml(_server.Good(AnswerContents.Declined("getResult", "getResult#noResultYet")).ToXml());

        (await server.Client(ServerParties.Connection with { ResultDeadline = TimeSpan.FromSeconds(3) }).GetResultAsync(Sessions.Open)).Should().BeOfType<EidServerResult.Pending>();
    }

    [Fact]
    public async Task A_confirmed_signature_has_to_be_ours()
    {
        var server = new ForgedServer(_server.Clock).Answers(sent => ForgedServer.Xml((_server.Good(AnswerContents.Erika) with
        {
            MoreSecurity = $"<wsse11:SignatureConfirmation xmlns:wsse11=\"{ForgedEnvelope.Wsse11}\" wsu:Id=\"confirmation-1\" Value=\"{sent.Document.GetElementsByTagName("ds:SignatureValue")[0]!.InnerText}\"/>",
            Signed = ["body-1", "timestamp-1", "confirmation-1"],
        }).ToXml()));

        (await server.Client().GetResultAsync(Sessions.Open)).Should().BeOfType<EidServerResult.Verified>();
        await Refused((_server.Good(AnswerContents.Erika) with { MoreSecurity = $"<wsse11:SignatureConfirmation xmlns:wsse11=\"{ForgedEnvelope.Wsse11}\" Value=\"AAAA\"/>" }).ToXml(), "security-answers-another-request");
    }

    private static string Timestamp(int seconds, int lifetime)
    {
        var created = ServerParties.Now.AddSeconds(seconds);
        return $"<wsu:Timestamp wsu:Id=\"timestamp-1\"><wsu:Created>{created:yyyy-MM-ddTHH:mm:ssZ}</wsu:Created><wsu:Expires>{created.AddSeconds(lifetime):yyyy-MM-ddTHH:mm:ssZ}</wsu:Expires></wsu:Timestamp>";
    }

    private static string Between(string xml, string from, string to)
    {
        var start = xml.IndexOf(from, StringComparison.Ordinal);
        return xml[start..(xml.IndexOf(to, start, StringComparison.Ordinal) + to.Length)];
    }

    private Task<EidServerResult> ResultOf(string xml) => new ForgedServer(_server.Clock).SaysXml(xml).Client().GetResultAsync(Sessions.Open);

    private async Task Refused(string xml, string reason)
    {
        var fault = (await FluentActions.Invoking(() => ResultOf(xml)).Should().ThrowAsync<EidException>()).Which;
        fault.Code.Should().Be("eid.server-answer");
        fault.Message.Should().Contain($"({reason})");
    }
}
