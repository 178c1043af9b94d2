using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>
/// One Received header (RFC 5321 section 4.4), read strictly: a sender chooses the name that it gives in EHLO, and servers write that name into this header. Whatever could be read in two ways
/// is not read at all.
/// </summary>
/// <param name="From">Address of the one who handed the mail over, as the server saw it; null where it wrote none.</param>
/// <param name="FromName">The name that this one gave of itself.</param>
/// <param name="By">The server's own name.</param>
/// <param name="With">The protocol.</param>
internal sealed partial record ReceivedHop(IPAddress? From, string FromName, string By, string? With)
{
    private const int MaxLength = 2000;

    public static ReceivedHop? Read(Header header)
    {
        var text = Encoding.Latin1.GetString(header.RawValue);
        if (text.Length > MaxLength || text.Any(c => c is '"' or '\\' or '\0' or > '~') || text.Count(c => c == ';') != 1)
            return null;
        return Tokens(text[..text.IndexOf(';', StringComparison.Ordinal)]) is { } tokens && tokens.Count(token => Is(token, "from")) == 1 && tokens.Count(token => Is(token, "by")) == 1 ? Of(tokens) : null;
    }

    private static ReceivedHop? Of(List<string> tokens) => tokens switch
    {
        [var from, var name, var by, var server, .. var rest] when Is(from, "from") && Is(by, "by") && !IsComment(server) => new ReceivedHop(null, name, server, WithOf(rest)),
        [var from, var name, ['(', ..] comment, var by, var server, .. var rest] when Is(from, "from") && Is(by, "by") && !IsComment(server) && AddressIn(comment) is { } address =>
            new ReceivedHop(address, name, server, WithOf(rest)),
        _ => null,
    };

    // The name before the comment, also as "[address]", is what the other side says of itself; what stands in the comment, alone behind a host name, is what the server saw.
    private static IPAddress? AddressIn(string comment) => Seen().Match(comment) is { Success: true } match && IPAddress.TryParse(match.Groups["address"].ValueSpan, out var address) ? address : null;

    [GeneratedRegex(@"^\(\s*([A-Za-z0-9._-]+\s+)?\[(IPv6:)?(?<address>[0-9A-Fa-f:.]+)\]\s*\)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Seen();

    private static string? WithOf(List<string> rest)
    {
        var index = rest.FindIndex(token => Is(token, "with"));
        return index >= 0 && index + 1 < rest.Count ? rest[index + 1] : null;
    }

    /// <summary>Words, and comments with all that is in them; null where brackets do not match.</summary>
    private static List<string>? Tokens(string text)
    {
        var (tokens, current, depth) = (new List<string>(), new StringBuilder(), 0);
        foreach (var c in text)
        {
            if (depth == 0 && (c is '(' || char.IsWhiteSpace(c)) && current.Length > 0)
                Take();
            depth += c is '(' ? 1 : c is ')' ? -1 : 0;
            if (depth < 0)
                return null;
            if (depth > 0 || !char.IsWhiteSpace(c))
                current.Append(c);
            if (c is ')' && depth == 0)
                Take();
        }

        if (current.Length > 0)
            Take();
        return depth == 0 ? tokens : null;

        void Take()
        {
            tokens.Add(current.ToString());
            current.Clear();
        }
    }

    private static bool IsComment(string token) => token.StartsWith('(');

    private static bool Is(string token, string word) => token.Equals(word, StringComparison.OrdinalIgnoreCase);
}
