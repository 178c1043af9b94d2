using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BaseComponents.Tests.Scale.Mail.Workers;

namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>One connection over TLS, as RFC 5321 has it; it shares nothing with the client it serves.</summary>
internal sealed class PostConversation(Stream tls, TcpClient client, PostBooks books, PostLuck luck)
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(150);
    private readonly StreamReader _reader = new(tls, Encoding.Latin1);
    private string _envelopeId = "";
    private List<string> _recipients = [];
    private List<string> _refused = [];

    public static async Task HoldAsync(TcpClient client, X509Certificate2 certificate, Stream wire, PostBooks books, PostLuck luck)
    {
        client.NoDelay = true;
        await using var tls = new SslStream(new TappedStream(client.GetStream(), wire));
        await tls.AuthenticateAsServerAsync(certificate);
        await new PostConversation(new TappedStream(tls, wire), client, books, luck).TalkAsync();
    }

    private async Task TalkAsync()
    {
        if (luck.IsAway)
        {
            await SayAsync("421 4.3.2 closed for a moment");
            return;
        }

        await SayAsync("220 post.example ESMTP");
        try
        {
            while (await _reader.ReadLineAsync() is { } line && await AnswerAsync(line))
            {
            }
        }
        finally
        {
            Close(Ends.BrokenOff);
        }
    }

    private async Task<bool> AnswerAsync(string line)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync("250-post.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250-DSN\r\n250 SIZE 50000000");
                return true;
            case "MAIL":
                Close(Ends.BrokenOff);
                _envelopeId = line.Split(' ').Where(word => word.StartsWith("ENVID=", StringComparison.OrdinalIgnoreCase)).Select(word => word[6..]).FirstOrDefault("");
                await SayAsync("250 2.1.0 go on");
                return true;
            case "RCPT":
                await SayAsync(Recipient(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]));
                return true;
            case "DATA":
                await SayAsync(_recipients.Count > 0 ? "354 go" : "554 5.5.1 for nobody");
                return _recipients.Count == 0 || await TakeAsync();
            case "QUIT":
                await SayAsync("221 2.0.0 bye");
                return false;
            default:
                await SayAsync("250 2.0.0 well");
                return true;
        }
    }

    private string Recipient(string address)
    {
        if (address == Offices.Unknown)
        {
            _refused.Add(address);
            return "550 5.1.1 nobody of that name";
        }

        if (address == Offices.Full && luck.IsFull)
            return "452 4.2.2 full";
        _recipients.Add(address);
        return "250 2.1.5 well";
    }

    private async Task<bool> TakeAsync()
    {
        var mail = new StringBuilder();
        var (cutAfter, messageId) = (luck.IsCut ? 3 : int.MaxValue, "");
        for (var lines = 0; await _reader.ReadLineAsync() is var line && line != "."; lines++)
        {
            // Without the dot there is no mail.
            if (line is null || lines == cutAfter)
                return Break(Ends.BrokenOff);
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            if (messageId.Length == 0 && line.StartsWith("Message-Id: <", StringComparison.OrdinalIgnoreCase))
                messageId = line["Message-Id: <".Length..^1];
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(mail.ToString())));
        var end = luck.End();
        Close(end, messageId, hash);
        if (luck.IsSlow)
            await Task.Delay(Slowness);
        return await JudgeAsync(end);
    }

    private async Task<bool> JudgeAsync(string end)
    {
        switch (end)
        {
            case Ends.Taken:
                await SayAsync("250 2.0.0 taken");
                return true;
            case Ends.BusyAtEnd:
                await SayAsync("451 4.3.0 later, please");
                return true;
            case Ends.RefusedAtEnd:
                await SayAsync("554 5.7.1 not here");
                return true;
            default:
                return Break(end);
        }
    }

    private bool Break(string end)
    {
        Close(end);
        client.Client.Close(0);
        return false;
    }

    // Written down before it is answered: what the client knows, the books know.
    private void Close(string end, string? messageId = null, string? hash = null)
    {
        if (_recipients.Count + _refused.Count > 0)
            books.Note(new Delivery(_envelopeId, messageId, _recipients, _refused, end, hash));
        (_recipients, _refused) = ([], []);
    }

    private ValueTask SayAsync(string line) => tls.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
