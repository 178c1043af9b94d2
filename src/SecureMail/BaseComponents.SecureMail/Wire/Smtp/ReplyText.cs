using System.Text.RegularExpressions;
using MimeKit;

namespace BaseComponents.SecureMail.Wire.Smtp;

/// <summary>A server's answer without addresses: servers repeat them, and they would end up in logs.</summary>
internal static partial class ReplyText
{
    private const int MaxLength = 200;

    public static string Scrub(string? reply, IEnumerable<MailboxAddress> people)
    {
        var text = Address().Replace(new string([.. (reply ?? "").Select(c => char.IsControl(c) ? ' ' : c)]), "<address>");
        foreach (var local in people.Select(person => person.Address.Split('@')[0]).Where(local => local.Length > 1))
            text = text.Replace(local, "<address>", StringComparison.OrdinalIgnoreCase);
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }

    [GeneratedRegex(@"\S*@\S*", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
