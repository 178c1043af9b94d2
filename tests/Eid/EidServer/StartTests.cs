using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Opening a session, and asking what the server may read.</summary>
public sealed class StartTests
{
    private readonly ForgedServer _server = new();

    [Fact]
    public async Task A_session_is_opened()
    {
        var start = await _server.Says(AnswerContents.Started).Client().StartAsync(Sessions.Everything);

        var session = start.Should().BeOfType<EidServerStart.Started>().Subject.Session;
        session.Should().BeEquivalentTo(Sessions.OpenFor(Sessions.Everything));
        _server.Requests.Should().ContainSingle().Which.Action.Should().Be("\"http://bsi.bund.de/eID/useID\"");
        _server.Requests[0].ContentType.Should().Be("text/xml; charset=utf-8");
    }

    [Fact]
    public async Task A_busy_server_is_a_value() =>
        (await _server.Says(AnswerContents.Declined("useID", "useID#tooManyOpenSessions")).Client().StartAsync(Sessions.Names)).Should().BeOfType<EidServerStart.Busy>();

    [Theory]
    [InlineData("useID#invalidPSK", "eid.server-result", false)]
    [InlineData("useID#missingArgument", "eid.server-result", false)]
    [InlineData("useID#missingTerminalRights", "eid.server-rights", false)]
    [InlineData("common#schemaViolation", "eid.server-result", false)]
    [InlineData("common#internalError", "eid.server-result", true)]
    [InlineData("http://www.bsi.bund.de/ecard/api/1.1/resultminor/al/common#unknownAPIFunction", "eid.server-result", false)]
    public async Task Every_other_code_is_a_fault(string minor, string code, bool isTransient)
    {
        var fault = (await _server.Says(AnswerContents.Declined("useID", minor)).Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which;

        (fault.Code, fault.IsTransient).Should().Be((code, isTransient));
        fault.Message.Should().Contain(minor);
    }

    [Fact]
    public async Task A_foreign_code_cannot_deceive_a_log()
    {
        var minor = "http://server.example/" + new string('x', 300) + "\n2026-11-27 all is well <b>";
        var fault = (await _server.Says(AnswerContents.Declined("useID", minor.Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal))).Client()
            .Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which;

        fault.Message.Should().Contain("http://server.example/xxx").And.NotContainAny("\n", "<b>", "all is well");
        fault.Message.Length.Should().BeLessThan(500);
    }

    [Fact]
    public async Task A_code_that_is_no_address_is_not_repeated()
    {
        var fault = (await _server.Says(AnswerContents.Of("useID", AnswerContents.Result(AnswerContents.Error, "ERIKA MUSTERMANN"))).Client()
            .Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which;

        fault.Message.Should().NotContain("ERIKA").And.Contain("not an address");
    }

    [Theory]
    [InlineData(AnswerContents.Session, "0123", "answer-not-hexadecimal")]
    [InlineData(AnswerContents.Session, "0123456789ABCDEF0123456789ABCDEG", "answer-not-hexadecimal")]
    [InlineData("<eid:ID>" + AnswerContents.Session + "</eid:ID>", "", "answer-without-session")]
    [InlineData(AnswerContents.PskId, "short", "answer-without-key")]
    [InlineData(AnswerContents.PskKey, "FEDC", "answer-not-hexadecimal")]
    [InlineData("https://eid.example/paos", "http://eid.example/paos", "answer-server-address")]
    [InlineData("https://eid.example/paos", "https://user@eid.example/paos", "answer-server-address")]
    [InlineData("https://eid.example/paos", "javascript:alert(1)", "answer-server-address")]
    [InlineData("<eid:PSK>", "<eid:PSK/><eid:PSK>", "answer-element-twice")]
    public async Task A_session_that_cannot_be_one_is_refused(string old, string @new, string reason) =>
        (await _server.Says(AnswerContents.Started.Replace(old, @new, StringComparison.Ordinal)).Client().Invoking(client => client.StartAsync(Sessions.Names))
            .Should().ThrowAsync<EidException>()).Which.Should().Match<EidException>(fault => fault.Code == "eid.server-answer" && fault.Message.Contains(reason));

    [Fact]
    public async Task A_server_may_leave_its_address_to_the_operator()
    {
        var content = AnswerContents.Started.Replace("<eid:eCardServerAddress>https://eid.example/paos</eid:eCardServerAddress>", "", StringComparison.Ordinal);

        (await _server.Says(content).Client().StartAsync(Sessions.Names)).Should().BeOfType<EidServerStart.Started>().Which.Session.ECardServerAddress.Should().BeNull();
    }

    [Fact]
    public async Task The_rights_of_the_service_are_told()
    {
        var info = await _server.Says(AnswerContents.Info).Client().GetServerInfoAsync();

        info.Version.Should().Be("Version 2.4.0");
        info.Specification.Should().Be(new Version(2, 4, 0));
        info.Rights.Should().BeEquivalentTo([EidServerOperation.GivenNames, EidServerOperation.FamilyNames]);
        _server.Requests.Single().Action.Should().Be("\"http://bsi.bund.de/eID/getServerInfo\"");
    }

    [Fact]
    public async Task A_server_that_cannot_tell_them_is_a_fault() =>
        (await _server.Says(AnswerContents.Declined("getServerInfo", "common#internalError")).Client().Invoking(client => client.GetServerInfoAsync())
            .Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-result");

    [Fact]
    public async Task A_success_with_a_warning_is_none() =>
        await _server.Says(AnswerContents.Started.Replace("resultmajor#ok", "resultmajor#warning", StringComparison.Ordinal)).Client().Invoking(client => client.StartAsync(Sessions.Names))
            .Should().ThrowAsync<EidException>().WithMessage("*resultmajor#warning*");
}
