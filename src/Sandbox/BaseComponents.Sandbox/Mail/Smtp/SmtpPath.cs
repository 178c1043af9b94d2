namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>The address and parameters of MAIL FROM and RCPT TO (RFC 5321 section 4.1.1).</summary>
internal sealed record SmtpPath(string Address, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Parses <c>FROM:&lt;a@b&gt; SIZE=1</c>; null where the form is wrong.</summary>
    public static SmtpPath? Parse(string argument, string keyword)
    {
        if (!argument.StartsWith(keyword + ":", StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = argument[(keyword.Length + 1)..].TrimStart(' ');
        var close = rest.IndexOf('>', StringComparison.Ordinal);
        if (close < 1 || rest[0] != '<' || (rest.Length > close + 1 && rest[close + 1] != ' '))
            return null;
        var address = rest[1..close];
        return (address.Length == 0 && keyword == "FROM") || IsMailbox(address) ? new SmtpPath(address, ParametersOf(rest[(close + 1)..])) : null;
    }

    private static bool IsMailbox(string address) =>
        address.Length <= 254 && address.Count(c => c == '@') == 1 && address[0] != '@' && address[^1] != '@'
        && address.All(c => c is > ' ' and <= '~' and not ('<' or '>' or '(' or ')' or ',' or ';' or ':' or '\\' or '"' or '[' or ']'));

    private static Dictionary<string, string> ParametersOf(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters[equals < 0 ? parameter : parameter[..equals]] = equals < 0 ? "" : parameter[(equals + 1)..];
        }

        return parameters;
    }
}
