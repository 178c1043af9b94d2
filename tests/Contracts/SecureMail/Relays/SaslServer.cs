using System.Text;

namespace BaseComponents.Tests.Contracts.SecureMail.Relays;

/// <summary>Says of one account whether user and password are right, in the protocol that postfix asks in.</summary>
internal sealed class SaslServer(string user, string password) : LineServer
{
    protected override async Task TalkAsync(StreamReader reader, Stream stream)
    {
        await SayAsync(stream, "VERSION\t1\t1\nMECH\tPLAIN\tplaintext\nSPID\t1\nCUID\t1\nCOOKIE\t0123456789abcdef0123456789abcdef\nDONE\n");
        while (await reader.ReadLineAsync() is { } line)
        {
            var words = line.Split('\t');
            if (words[0] != "AUTH")
                continue;
            var answer = Array.Find(words, word => word.StartsWith("resp=", StringComparison.Ordinal))?[5..];
            var isRight = answer is not null && Encoding.UTF8.GetString(Convert.FromBase64String(answer)).TrimStart('\0') == $"{user}\0{password}";
            await SayAsync(stream, isRight ? $"OK\t{words[1]}\tuser={user}\n" : $"FAIL\t{words[1]}\tuser={user}\n");
        }
    }
}
