using System.Collections.Concurrent;
using System.Text;

namespace BaseComponents.Tests.Contracts.SecureMail.Relays;

/// <summary>Takes mail by LMTP (RFC 2033) and keeps it byte for byte.</summary>
internal sealed class LmtpSink : LineServer
{
    private readonly ConcurrentQueue<Arrived> _mails = new();

    /// <summary>The mail for a recipient with something in it; waited for, since a relay takes its time.</summary>
    public async Task<Arrived> WaitAsync(string recipient, string holding)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (_mails.FirstOrDefault(mail => mail.Recipients.Contains(recipient) && Encoding.Latin1.GetString(mail.Octets).Contains(holding, StringComparison.Ordinal)) is { } arrived)
                return arrived;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The mail did not arrive.");
    }

    public IReadOnlyList<Arrived> All => [.. _mails];

    protected override async Task TalkAsync(StreamReader reader, Stream stream)
    {
        var recipients = new List<string>();
        await SayAsync(stream, "220 sink\r\n");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
            {
                await SayAsync(stream, "354 go\r\n");
                _mails.Enqueue(new Arrived([.. recipients], await TakeAsync(reader)));
                await SayAsync(stream, string.Concat(recipients.Select(_ => "250 2.0.0 kept\r\n")));
                recipients.Clear();
                continue;
            }

            if (line.StartsWith("RCPT", StringComparison.Ordinal) && line.Contains(PostfixPeer.Bouncing, StringComparison.Ordinal))
            {
                await SayAsync(stream, $"552 5.2.2 <{PostfixPeer.Bouncing}> is full\r\n");
                continue;
            }

            if (line.StartsWith("RCPT", StringComparison.Ordinal))
                recipients.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            await SayAsync(stream, line.StartsWith("LHLO", StringComparison.Ordinal) ? "250-sink\r\n250 8BITMIME\r\n" : "250 2.0.0 OK\r\n");
        }
    }

    private static async Task<byte[]> TakeAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(mail.ToString());
    }
}

/// <summary>A mail as the relay handed it on, with the Received headers that it put on top.</summary>
internal sealed record Arrived(IReadOnlyList<string> Recipients, byte[] Octets);
