using System.Buffers;
using System.Globalization;
using System.Text;
using BaseComponents.SecureMail.Internal;

namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>The values of a report's fields. What is not in the expected form is as if it were not there.</summary>
internal static class FieldText
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static readonly SearchValues<char> _token = SearchValues.Create(Letters + "-");
    private static readonly SearchValues<char> _host = SearchValues.Create(Letters + "-._:[]");

    /// <summary>A word, in lower case and without comments.</summary>
    public static string? Token(string? value)
    {
        var text = WithoutComments(value);
        return text.Length is > 0 and <= 40 && !text.AsSpan().ContainsAnyExcept(_token) ? text.ToLowerInvariant() : null;
    }

    /// <summary>An address of type <c>rfc822</c> or <c>utf-8</c>.</summary>
    public static string? Address(string? value)
    {
        if (Typed(value) is not (("rfc822" or "utf-8"), var text))
            return null;
        var address = text is ['<', .. var inner, '>'] ? inner : text;
        return MailAddressSyntax.IsValid(address) ? address : null;
    }

    /// <summary>A host name of type <c>dns</c>, or a name of another type that looks like one.</summary>
    public static string? Host(string? value) =>
        Typed(value) is (_, { Length: > 0 and <= 255 } host) && !host.AsSpan().ContainsAnyExcept(_host) ? host : null;

    /// <summary>The reply code of an SMTP server.</summary>
    public static int? ReplyCode(string? value)
    {
        if (Typed(value) is not ("smtp", { Length: >= 3 } reply) || (reply.Length > 3 && reply[3] is not (' ' or '-')))
            return null;
        return int.TryParse(reply.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 200 and <= 599 ? code : null;
    }

    /// <summary>An ENVID: printable ASCII, at most what RFC 3461 section 4.4 allows.</summary>
    public static string? EnvelopeId(string? value) =>
        value is { Length: > 0 and <= 100 } && value.All(static c => c is > ' ' and <= '~') ? value : null;

    /// <summary>A Message-ID without its angle brackets.</summary>
    public static string? MessageId(string? value)
    {
        var text = WithoutComments(value);
        var id = text is ['<', .. var inner, '>'] ? inner : text;
        return id.Length is > 0 and <= 300 && id.All(static c => c is > ' ' and <= '~' and not ('<' or '>')) ? id : null;
    }

    /// <summary>What stands outside of round brackets.</summary>
    public static string WithoutComments(string? value)
    {
        var (text, depth) = (new StringBuilder(), 0);
        foreach (var c in value ?? "")
        {
            depth = Math.Max(0, depth + (c is '(' ? 1 : c is ')' ? -1 : 0));
            if (depth == 0 && c is not ')')
                text.Append(c);
        }

        return text.ToString().Trim();
    }

    private static (string Type, string Text)? Typed(string? value) => value?.IndexOf(';', StringComparison.Ordinal) is > 0 and var end
        ? (WithoutComments(value[..end]).ToLowerInvariant(), value[(end + 1)..].Trim())
        : null;
}
