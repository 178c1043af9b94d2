using System.Globalization;
using MailKit;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>What is written at a mail on the server: that it is done with, why it was set aside, how many times it was handed out.</summary>
internal static class ImapKeywords
{
    public const string Done = "BaseComponentsDone";
    private const string Attempt = "BaseComponentsTry";

    public static string Try(int attempt) => string.Create(CultureInfo.InvariantCulture, $"{Attempt}{attempt}");

    public static string Reason(SetAsideReason reason) => $"BaseComponents{reason}";

    /// <summary>The highest attempt that stands there; what else others have written is not ours.</summary>
    public static int Attempts(IMessageSummary mail) => mail.Keywords is { } keywords
        ? keywords.Where(word => word.StartsWith(Attempt, StringComparison.OrdinalIgnoreCase))
            .Select(word => int.TryParse(word.AsSpan(Attempt.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000 ? number : 0)
            .DefaultIfEmpty().Max()
        : 0;
}
