using System.Text;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>AUTH PLAIN and AUTH LOGIN (RFC 4954), under TLS only.</summary>
internal sealed class SmtpAuthentication(SmtpConnection connection, SmtpAccount account)
{
    /// <returns>The reply; it begins with 235 when the account was proved.</returns>
    public async Task<string> RunAsync(string argument, CancellationToken cancellationToken)
    {
        var words = argument.Split(' ', 2);
        var initial = words.Length > 1 ? words[1] : null;
        var credentials = words[0].ToUpperInvariant() switch
        {
            "PLAIN" => Plain(await AnswerAsync(initial, "", cancellationToken)),
            "LOGIN" => await LoginAsync(initial, cancellationToken),
            _ => throw new SmtpRefusal("504 5.5.4 Only PLAIN and LOGIN are known"),
        };
        return account.Matches(credentials.User, credentials.Password) ? "235 2.7.0 Authenticated" : "535 5.7.8 Wrong user or password";
    }

    private async Task<(string User, string Password)> LoginAsync(string? initial, CancellationToken cancellationToken)
    {
        var user = await AnswerAsync(initial, "VXNlcm5hbWU6", cancellationToken);
        return (user, await AnswerAsync(null, "UGFzc3dvcmQ6", cancellationToken));
    }

    private async Task<string> AnswerAsync(string? initial, string challenge, CancellationToken cancellationToken)
    {
        if (initial is null)
        {
            await connection.ReplyAsync("334 " + challenge, cancellationToken);
            var line = await connection.ReadLineAsync(SmtpLimits.AuthenticationLine, cancellationToken) ?? throw new EndOfStreamException();
            initial = Encoding.ASCII.GetString(line.Span);
        }

        if (initial == "*")
            throw new SmtpRefusal("501 5.7.0 Authentication cancelled");
        return Decode(initial);
    }

    // authorisation identity, NUL, user, NUL, password (RFC 4616)
    private static (string User, string Password) Plain(string message) =>
        message.Split('\0') is [_, var user, var password] ? (user, password) : throw new SmtpRefusal("501 5.5.2 Not of the form of PLAIN");

    private static string Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return base64 != "=" && Convert.TryFromBase64String(base64, buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length)
            : throw new SmtpRefusal("501 5.5.2 Not base64");
    }
}
