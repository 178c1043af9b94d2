using System.Text;

namespace BaseComponents.Tests.Sandbox.Mail;

/// <summary>The mail server against clients that know the protocol only too well.</summary>
public sealed class SmtpServerTests(MailServer server) : IClassFixture<MailServer>
{
    private const string Mail = "MAIL FROM:<a@b.example>";
    private const string Recipient = "RCPT TO:<steueramt@freiberg.amt.example>";

    [Fact]
    public async Task TheGreetingOffersTlsFirstAndAuthenticationOnlyUnderIt()
    {
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);

        (await talk.SayAsync("EHLO test.example")).Should().Contain("STARTTLS").And.Contain("PIPELINING").And.Contain("SIZE 25000000").And.Contain("8BITMIME").And.Contain("DSN").And.NotContain("AUTH");
        (await talk.SayAsync("AUTH PLAIN AGEAYg==")).Should().StartWith("538");
        await talk.StartTlsAsync(server.Root);
        (await talk.SayAsync("EHLO test.example")).Should().Contain("AUTH PLAIN LOGIN").And.NotContain("STARTTLS");
    }

    [Fact]
    public async Task NothingIsTakenWithoutTlsAndAccount()
    {
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);

        (await talk.SayAsync("EHLO test.example")).Should().StartWith("250");
        (await talk.SayAsync(Mail)).Should().StartWith("530 5.7.0 Issue STARTTLS");
        await talk.StartTlsAsync(server.Root);
        (await talk.SayAsync(Mail)).Should().StartWith("503", "what was said before TLS does not count");
        await talk.SayAsync("EHLO test.example");
        (await talk.SayAsync(Mail)).Should().StartWith("530 5.7.0 Authenticate");
        (await talk.SayAsync("AUTH PLAIN " + Convert.ToBase64String("\0sandbox\0wrong"u8))).Should().StartWith("535");
        (await talk.SayAsync("AUTH PLAIN not-base64!")).Should().StartWith("501");
        (await talk.SayAsync("AUTH CRAM-MD5")).Should().StartWith("504");
    }

    [Fact]
    public async Task LoginAsksForUserAndPassword()
    {
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);
        await talk.SayAsync("EHLO test.example");
        await talk.StartTlsAsync(server.Root);
        await talk.SayAsync("EHLO test.example");

        (await talk.SayAsync("AUTH LOGIN")).Should().StartWith("334 VXNlcm5hbWU6");
        (await talk.SayAsync(Base64(server.User))).Should().StartWith("334 UGFzc3dvcmQ6");
        (await talk.SayAsync(Base64(server.Password))).Should().StartWith("235");
        (await talk.SayAsync("AUTH PLAIN")).Should().StartWith("503");
    }

    [Fact]
    public async Task PlainTextBehindStartTlsIsThrownAway()
    {
        var before = (await server.ListAsync()).Count;
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);
        await talk.SayAsync("EHLO test.example");

        await talk.StartTlsAsync(server.Root, pipelined: "EHLO injected.example\r\nMAIL FROM:<injected@b.example>\r\n");

        // Had the injected EHLO been heard, NOOP would not be the first answer and MAIL would complain about authentication instead.
        (await talk.SayAsync("NOOP")).Should().StartWith("250 2.0.0");
        (await talk.SayAsync(Mail)).Should().StartWith("503");
        (await server.ListAsync()).Should().HaveCount(before);
    }

    [Theory]
    [InlineData("DATA\r\nx\n.\nMAIL FROM:<smuggled@b.example>\r\n.\r\n")]
    [InlineData("DATA\r\nx\r\n.\nMAIL FROM:<smuggled@b.example>\r\n.\r\n")]
    [InlineData("DATA\r\nx\n.\r\n.\r\n")]
    [InlineData("DATA\r\nx\r.\r\n.\r\n")]
    [InlineData("NOOP\n")]
    public async Task ABareLineFeedOrReturnEndsTheConnection(string smuggling)
    {
        var before = (await server.ListAsync()).Count;
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync(Mail);
        await talk.SayAsync(Recipient);

        await talk.WriteAsync(smuggling);
        var replies = await talk.ReplyAsync() + await talk.ReplyAsync();

        replies.Should().Contain("521 5.5.2");
        (await talk.ReplyAsync()).Should().BeEmpty("the connection is closed");
        (await server.ListAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task DotsAreUnstuffedAndPipelinedCommandsAnswered()
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);

        await talk.WriteAsync($"{Mail} SIZE=100 BODY=8BITMIME RET=HDRS ENVID=x\r\n{Recipient} NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;a@b\r\nDATA\r\n");
        (await talk.ReplyAsync()).Should().StartWith("250 2.1.0");
        (await talk.ReplyAsync()).Should().StartWith("250 2.1.5");
        (await talk.ReplyAsync()).Should().StartWith("354");
        var reply = await talk.SayAsync("Subject: dots\r\n\r\n..\r\n...x\r\n.y\r\n\u00FC\r\n.");

        reply.Should().StartWith("250 2.0.0 Kept as ");
        (await server.RawAsync(reply.Trim().Split(' ')[^1])).Should().Be("Subject: dots\r\n\r\n.\r\n..x\r\ny\r\n\u00FC\r\n");
    }

    [Theory]
    [InlineData("RCPT TO:<a@b.example>", "503")]
    [InlineData("DATA", "503")]
    [InlineData("MAIL FROM:a@b.example", "501")]
    [InlineData("MAIL FROM:<a@b.example>x", "501")]
    [InlineData("MAIL FROM:<a b@c.example>", "501")]
    [InlineData("MAIL FROM:<a@b.example> SIZE=99999999", "552")]
    [InlineData("MAIL FROM:<a@b.example> SIZE=x", "501")]
    [InlineData("MAIL FROM:<a@b.example> SMTPUTF8", "555")]
    [InlineData("MAIL FROM:<a@b.example> BODY=BINARYMIME", "501")]
    [InlineData("MAIL FROM:<a@b.example> RET=ALL", "501")]
    [InlineData("MAIL FROM:<m\u00FCller@b.example>", "500 5.5.2")]
    [InlineData("MAIL FROM:<a\0b@c.example>", "500 5.5.2")]
    [InlineData("MAIL\tFROM:<a@b.example>", "500 5.5.2")]
    [InlineData("NOOP \u001B[31m", "500 5.5.2")]
    [InlineData("VRFY a", "252")]
    [InlineData("EXPN a", "502")]
    [InlineData("BDAT 1 LAST", "502")]
    [InlineData("GET / HTTP/1.1", "500")]
    [InlineData("EHLO", "501")]
    [InlineData("STARTTLS", "503")]
    public async Task CommandsThatDoNotFitAreRefused(string command, string code)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);

        (await talk.SayAsync(command)).Should().StartWith(code);
    }

    [Theory]
    [InlineData("RCPT TO:<erika@freiberg.de>", "550 5.7.1")]
    [InlineData("RCPT TO:<a@b.example.org>", "550 5.7.1")]
    [InlineData("RCPT TO:<a@b.example> X=1", "555")]
    [InlineData("RCPT TO:<m\u00FCller@b.example>", "500 5.5.2")]
    [InlineData("RCPT TO:<a@b.example> NOTIFY=SOMETIMES", "501")]
    [InlineData("RCPT TO:<a@b.example> NOTIFY=NEVER,DELAY", "501")]
    [InlineData("RCPT TO:<a@b.example> NOTIFY=success,failure,delay", "250")]
    [InlineData("RCPT TO:<>", "501")]
    [InlineData("RCPT TO:<a@b@c.example>", "501")]
    [InlineData("MAIL FROM:<a@b.example>", "503")]
    public async Task OnlyRecipientsOfTheSandboxAreTaken(string command, string code)
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync(Mail);

        (await talk.SayAsync(command)).Should().StartWith(code);
    }

    [Fact]
    public async Task ResetForgetsTheEnvelope()
    {
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync(Mail);
        await talk.SayAsync(Recipient);

        (await talk.SayAsync("RSET")).Should().StartWith("250");
        (await talk.SayAsync("DATA")).Should().StartWith("503");
        (await talk.SayAsync("QUIT")).Should().StartWith("221");
        (await talk.ReplyAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("GET /mail HTTP/1.0")]
    public async Task ABrowserThatIsSentHereIsHungUpOn(string command)
    {
        await using var talk = await SmtpTalk.ConnectAsync(server.Port);

        (await talk.SayAsync(command, pipelined: "Host: 127.0.0.1\r\n\r\nEHLO from.a.form\r\n")).Should().StartWith("500");

        (await talk.ReplyAsync()).Should().BeEmpty("a form could hold commands in its body");
    }

    [Fact]
    public async Task TooManyRecipientsErrorsAndTooLongLinesAreCut()
    {
        await using var many = await SmtpTalk.ReadyAsync(server);
        await many.SayAsync(Mail);
        for (var i = 0; i < 100; i++)
            (await many.SayAsync($"RCPT TO:<a{i}@b.example>")).Should().StartWith("250");
        (await many.SayAsync("RCPT TO:<one-more@b.example>")).Should().StartWith("452");

        await using var errors = await SmtpTalk.ConnectAsync(server.Port);
        for (var i = 0; i < 11; i++)
            (await errors.SayAsync("FOO")).Should().StartWith("500");
        (await errors.SayAsync("FOO")).Should().StartWith("421");

        await using var line = await SmtpTalk.ConnectAsync(server.Port);
        (await line.SayAsync("EHLO " + new string('x', 2000))).Should().StartWith("500 5.5.6");
    }

    [Fact]
    public async Task AMailThatIsTooLargeIsReadToItsEndAndRefused()
    {
        var before = (await server.ListAsync()).Count;
        await using var talk = await SmtpTalk.ReadyAsync(server);
        await talk.SayAsync(Mail);
        await talk.SayAsync(Recipient);
        await talk.SayAsync("DATA");
        var block = string.Concat(Enumerable.Repeat(new string('x', 98) + "\r\n", 10_000));
        for (var i = 0; i < 26; i++)
            await talk.WriteAsync(block);

        (await talk.SayAsync(".")).Should().StartWith("552");
        (await talk.SayAsync("NOOP")).Should().StartWith("250");
        (await server.ListAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task FiftyConnectionsAreServedAndTheNextIsTurnedAway()
    {
        var talks = new List<SmtpTalk>();
        try
        {
            for (var i = 0; i < 50; i++)
                talks.Add(await SmtpTalk.ConnectAsync(server.Port));
            var turnedAway = () => SmtpTalk.ConnectAsync(server.Port);
            (await turnedAway.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("421");
        }
        finally
        {
            foreach (var talk in talks)
                await talk.DisposeAsync();
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
