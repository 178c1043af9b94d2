using System.Text;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>One client's conversation (RFC 5321 with STARTTLS, AUTH, SIZE, PIPELINING, 8BITMIME, DSN).</summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpBackEnd backEnd)
{
    private readonly bool _withoutTls = backEnd.Faults.Take(MailFaults.StartTlsMissing) is not null;
    private readonly SmtpTransaction _transaction = new();
    private bool _hasGreeted;
    private bool _isAuthenticated;
    private bool _isOver;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connection.ReplyAsync("220 sandbox.example ESMTP BaseComponents Sandbox", cancellationToken);
            await TalkAsync(cancellationToken);
        }
        catch (SmtpAbort abort)
        {
            await connection.ReplyAsync(abort.Reply, cancellationToken);
        }
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        var errors = 0;
        for (var commands = 0; !_isOver; commands++)
        {
            if (errors > SmtpLimits.Errors || commands > SmtpLimits.Commands)
                throw new SmtpAbort("421 4.7.0 Too many errors or commands, closing the connection");
            if (await connection.ReadLineAsync(SmtpLimits.CommandLine, cancellationToken) is not { } line)
                return;
            if (!await AnswerAsync(line, cancellationToken))
                errors++;
        }
    }

    private async Task<bool> AnswerAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken)
    {
        try
        {
            var (verb, argument) = Command(line.Span);
            await HandleAsync(verb, argument, cancellationToken);
            return true;
        }
        catch (SmtpRefusal refusal)
        {
            await connection.ReplyAsync(refusal.Reply, cancellationToken);
            return false;
        }
    }

    // SMTPUTF8 is not offered, so that a letter beyond ASCII is a mistake, which must not turn into another letter on its way.
    private static (string Verb, string Argument) Command(ReadOnlySpan<byte> line)
    {
        if (line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            throw new SmtpRefusal("500 5.5.2 Commands consist of printable ASCII characters");
        var text = Encoding.ASCII.GetString(line);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text.ToUpperInvariant(), "") : (text[..space].ToUpperInvariant(), text[(space + 1)..].Trim(' '));
    }

    private Task HandleAsync(string verb, string argument, CancellationToken cancellationToken) => verb switch
    {
        "EHLO" or "HELO" => GreetAsync(verb, argument, cancellationToken),
        "STARTTLS" => StartTlsAsync(argument, cancellationToken),
        "AUTH" => AuthenticateAsync(argument, cancellationToken),
        "MAIL" => connection.ReplyAsync(Mail(argument), cancellationToken),
        "RCPT" => connection.ReplyAsync(Recipient(argument), cancellationToken),
        "DATA" => DataAsync(argument, cancellationToken),
        "RSET" => ResetAsync(cancellationToken),
        "NOOP" => connection.ReplyAsync("250 2.0.0 OK", cancellationToken),
        "VRFY" => connection.ReplyAsync("252 2.1.5 Cannot verify, send and see", cancellationToken),
        "QUIT" => QuitAsync(cancellationToken),
        "EXPN" or "HELP" or "TURN" or "ETRN" or "BDAT" => throw new SmtpRefusal("502 5.5.1 Command not implemented"),
        // A web page can make a browser send a form to this port, with commands in its body.
        _ when argument.Contains("HTTP/1.", StringComparison.Ordinal) => throw new SmtpAbort("500 5.5.2 This is a mail server, closing the connection"),
        _ => throw new SmtpRefusal("500 5.5.2 Command not recognised"),
    };

    private Task GreetAsync(string verb, string name, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || name.Any(c => c is <= ' ' or > '~'))
            throw new SmtpRefusal("501 5.5.4 Name missing");
        _hasGreeted = true;
        _transaction.Reset();
        var extensions = new List<string> { "sandbox.example", "PIPELINING", $"SIZE {SmtpLimits.MessageSize}", "8BITMIME", "DSN", "ENHANCEDSTATUSCODES" };
        if (connection.Tls is null && !_withoutTls)
            extensions.Add("STARTTLS");
        if (connection.Tls is not null)
            extensions.Add("AUTH PLAIN LOGIN");
        var reply = verb == "HELO"
            ? "250 sandbox.example"
            : string.Join("\r\n", extensions.SkipLast(1).Select(text => "250-" + text).Append("250 " + extensions[^1]));
        return connection.ReplyAsync(reply, cancellationToken);
    }

    private async Task StartTlsAsync(string argument, CancellationToken cancellationToken)
    {
        if (_withoutTls)
            throw new SmtpRefusal("502 5.5.1 Command not implemented");
        if (argument.Length > 0)
            throw new SmtpRefusal("501 5.5.4 STARTTLS takes no argument");
        if (connection.Tls is not null || !_hasGreeted)
            throw new SmtpRefusal("503 5.5.1 Not now");
        await connection.ReplyAsync("220 2.0.0 Begin TLS", cancellationToken);
        await connection.StartTlsAsync(backEnd.Certificate, cancellationToken);
        // Nothing said before TLS counts (RFC 3207 section 4.2).
        _hasGreeted = false;
        _transaction.Reset();
    }

    private async Task AuthenticateAsync(string argument, CancellationToken cancellationToken)
    {
        if (connection.Tls is null)
            throw new SmtpRefusal("538 5.7.11 TLS is required for authentication");
        if (_isAuthenticated || !_hasGreeted || _transaction.IsOpen)
            throw new SmtpRefusal("503 5.5.1 Not now");
        var reply = await new SmtpAuthentication(connection, backEnd.Account).RunAsync(argument, cancellationToken);
        _isAuthenticated = reply.StartsWith("235", StringComparison.Ordinal);
        if (!_isAuthenticated)
            throw new SmtpRefusal(reply);
        await connection.ReplyAsync(reply, cancellationToken);
    }

    private string Mail(string argument)
    {
        if (!_hasGreeted || _transaction.IsOpen)
            throw new SmtpRefusal("503 5.5.1 Not now");
        // A man in the middle who strips STARTTLS would take mail in plain text: the fault plays him, so that a careless client is found out.
        if (connection.Tls is null && !_withoutTls)
            throw new SmtpRefusal("530 5.7.0 Issue STARTTLS first");
        if (!_isAuthenticated && !_withoutTls)
            throw new SmtpRefusal("530 5.7.0 Authenticate first");
        if (backEnd.Faults.Take(MailFaults.Busy) is not null)
            throw new SmtpRefusal("451 4.3.2 Busy, try again later");
        return _transaction.Begin(argument);
    }

    private string Recipient(string argument)
    {
        if (!_transaction.IsOpen)
            throw new SmtpRefusal("503 5.5.1 MAIL first");
        return _transaction.Add(argument, backEnd.Faults);
    }

    private async Task DataAsync(string argument, CancellationToken cancellationToken)
    {
        if (argument.Length > 0)
            throw new SmtpRefusal("501 5.5.4 DATA takes no argument");
        if (_transaction.Recipients.Count == 0)
            throw new SmtpRefusal("503 5.5.1 RCPT first");
        if (backEnd.Store.IsFull)
            throw new SmtpRefusal("452 4.3.1 The Sandbox keeps no more mails; start it afresh");
        await connection.ReplyAsync("354 End with a dot on a line of its own", cancellationToken);
        _isOver = backEnd.Faults.Take(MailFaults.DropBeforeDot) is not null;
        if (_isOver)
        {
            // Somewhere in the middle: the header has begun, and the rest is never read.
            await connection.ReadLineAsync(SmtpLimits.TextLine, cancellationToken);
            return;
        }

        var raw = await SmtpData.ReadAsync(connection, cancellationToken);
        var envelope = new MailEnvelope(_transaction.Sender, [.. _transaction.Recipients], connection.TlsName) { EnvelopeId = _transaction.EnvelopeId, Unreported = [.. _transaction.Unreported], Awaited = [.. _transaction.Awaited], Originals = new Dictionary<string, string>(_transaction.Originals, StringComparer.Ordinal) };
        _transaction.Reset();
        await AcceptAsync(envelope, raw ?? throw new SmtpRefusal("552 5.3.4 Message too large"), cancellationToken);
    }

    private async Task AcceptAsync(MailEnvelope envelope, byte[] raw, CancellationToken cancellationToken)
    {
        if (backEnd.Faults.Take(MailFaults.BusyAfterDot) is not null)
            throw new SmtpRefusal("451 4.3.0 Not now, try again later");
        if (backEnd.Faults.Take(MailFaults.RejectAfterDot) is not null)
            throw new SmtpRefusal("554 5.6.0 Not taken");
        var deliveries = backEnd.Gateway.Take(envelope, raw);
        var kept = backEnd.Store.Add(envelope, raw, deliveries);
        backEnd.Gateway.Keep(kept.Id, deliveries);
        backEnd.Reports.Consider(envelope, raw);
        _isOver = backEnd.Faults.Take(MailFaults.DropAfterDot) is not null;
        if (!_isOver)
            await connection.ReplyAsync($"250 2.0.0 Kept as {kept.Id}", cancellationToken);
    }

    private Task ResetAsync(CancellationToken cancellationToken)
    {
        _transaction.Reset();
        return connection.ReplyAsync("250 2.0.0 OK", cancellationToken);
    }

    private Task QuitAsync(CancellationToken cancellationToken)
    {
        _isOver = true;
        return connection.ReplyAsync("221 2.0.0 Bye", cancellationToken);
    }
}
