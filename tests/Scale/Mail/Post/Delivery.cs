namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>What the mail server writes down of one transaction.</summary>
/// <param name="EnvelopeId">ENVID of the envelope.</param>
/// <param name="MessageId">Message-ID of the mail, where it has come so far.</param>
/// <param name="Recipients">Whom the server took it for.</param>
/// <param name="Refused">Whom it refused for good.</param>
/// <param name="End">What became of it, one of <see cref="Ends"/>.</param>
/// <param name="Hash">SHA-256 of the mail, where its end has come.</param>
internal sealed record Delivery(string EnvelopeId, string? MessageId, IReadOnlyList<string> Recipients, IReadOnlyList<string> Refused, string End, string? Hash);

/// <summary>How a transaction ends.</summary>
internal static class Ends
{
    public const string Taken = "taken";
    public const string KeptUnanswered = "kept-unanswered";
    public const string LostUnanswered = "lost-unanswered";
    public const string BusyAtEnd = "451";
    public const string RefusedAtEnd = "554";
    public const string BrokenOff = "broken-off";
}
