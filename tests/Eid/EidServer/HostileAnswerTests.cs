using System.Net;
using System.Text;
using BaseComponents.Eid;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Answers that are too large, too deep, no XML, no SOAP, or not from the server at all.</summary>
public sealed class HostileAnswerTests
{
    private readonly ForgedServer _server = new();

    [Fact]
    public Task A_document_type_is_refused() => Refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Good("&e;"), "xml-doctype");

    [Fact]
    public Task A_processing_instruction_is_refused() => Refused(Good("<?php 1 ?>"), "xml-node-ProcessingInstruction");

    [Fact]
    public Task Depth_is_bounded() => Refused(Good(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))), "xml-too-deep");

    [Fact]
    public Task Elements_are_bounded() => Refused(Good(string.Concat(Enumerable.Repeat("<a/>", 2000))), "xml-too-many-elements");

    [Fact]
    public Task Attributes_are_bounded() => Refused(Good($"<a {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"b{i}=\"\""))}/>"), "xml-too-many-attributes");

    [Fact]
    public Task Octets_are_bounded() => Refused(Good(new string('x', 300_000)), "xml-too-long");

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var endless = new EndlessStream();
        _server.Answers(_ => new HttpResponseMessage { Content = new StreamContent(endless) });

        await _server.Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>().WithMessage("*(xml-too-long)*");
        endless.Given.Should().BeLessThan(1024 * 1024);
    }

    [Fact]
    public async Task Another_encoding_is_refused()
    {
        _server.Answers(_ => new HttpResponseMessage { Content = new ByteArrayContent(Encoding.Unicode.GetBytes(Good("x"))) });

        (await _server.Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-answer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<html><body>Maintenance</body></html>")]
    [InlineData("{\"json\":true}")]
    public async Task What_is_no_envelope_is_refused(string text) =>
        (await _server.SaysXml(text).Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-answer");

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "eid.server-refused", false)]
    [InlineData(HttpStatusCode.Forbidden, "eid.server-refused", false)]
    [InlineData(HttpStatusCode.NotFound, "eid.server-refused", false)]
    [InlineData(HttpStatusCode.Found, "eid.server-refused", false)]
    [InlineData(HttpStatusCode.Accepted, "eid.server-refused", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "eid.server-unreachable", true)]
    [InlineData(HttpStatusCode.InternalServerError, "eid.server-unreachable", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "eid.server-unreachable", true)]
    public async Task Other_codes_of_http_are_faults(HttpStatusCode status, string code, bool isTransient)
    {
        // Even around an envelope that would be accepted.
        _server.SaysXml(status is HttpStatusCode.InternalServerError ? "oops" : _server.Good(AnswerContents.Started).ToXml(), status);

        var fault = (await _server.Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which;
        (fault.Code, fault.IsTransient).Should().Be((code, isTransient));
    }

    [Fact]
    public async Task A_success_under_the_code_of_a_fault_is_none() =>
        (await _server.SaysXml(_server.Good(AnswerContents.Started).ToXml(), HttpStatusCode.InternalServerError).Client().Invoking(client => client.StartAsync(Sessions.Names))
            .Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-unreachable");

    [Theory]
    [InlineData("soapenv:Server", "Server", true)]
    [InlineData("soapenv:Client", "Client", false)]
    [InlineData("wsse:FailedCheck", "FailedCheck", false)]
    [InlineData("wsse:MessageExpired", "MessageExpired", false)]
    [InlineData("x:ERIKA MUSTERMANN", "other", false)]
    [InlineData("", "other", false)]
    public async Task A_fault_that_nobody_signed_gives_its_kind_and_no_more(string code, string kind, bool isTransient)
    {
        var xml = $"<soapenv:Envelope xmlns:soapenv=\"{ForgedEnvelope.Soap}\"><soapenv:Body><soapenv:Fault><faultcode>{code}</faultcode><faultstring>ERIKA MUSTERMANN is no customer</faultstring>"
            + $"<detail>{AnswerContents.Declined("useID", "useID#tooManyOpenSessions")}</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>";

        var fault = (await _server.SaysXml(xml, HttpStatusCode.InternalServerError).Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which;
        (fault.Code, fault.IsTransient).Should().Be(("eid.server-fault", isTransient));
        fault.Message.Should().Contain($"({kind})").And.NotContain("ERIKA");
    }

    [Fact]
    public async Task A_server_that_is_not_trusted_is_told_apart_from_one_that_is_away() =>
        (await _server.Answers(_ => throw new HttpRequestException(HttpRequestError.SecureConnectionError)).Client().Invoking(client => client.StartAsync(Sessions.Names))
            .Should().ThrowAsync<EidException>()).Which.Should().Match<EidException>(fault => fault.Code == "eid.server-tls" && !fault.IsTransient);

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_a_lost_answer()
    {
        _server.Answers(_ => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });

        (await _server.Client().Invoking(client => client.StartAsync(Sessions.Names)).Should().ThrowAsync<EidException>()).Which.IsTransient.Should().BeTrue();
    }

    private string Good(string inside) => _server.Good(AnswerContents.Of("useID", "GOES-HERE")).ToXml().Replace("GOES-HERE", inside, StringComparison.Ordinal);

    private async Task Refused(string xml, string reason) => await _server.SaysXml(xml).Client().Invoking(client => client.StartAsync(Sessions.Names))
        .Should().ThrowAsync<EidException>().WithMessage($"*({reason})*");

    private class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class BrokenStream : EndlessStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The connection was reset.");
    }
}
