namespace BaseComponents.Tests.Scale.Mail.Post;

/// <summary>How badly the mail server behaves: of a hundred each.</summary>
internal sealed record Weather
{
    /// <summary>Connections that are sent away at once (421).</summary>
    public int Away { get; init; }

    /// <summary>Questions for the recipient with the full mailbox that are answered with 452.</summary>
    public int Full { get; init; }

    /// <summary>Mails in whose middle the connection breaks, before the final dot.</summary>
    public int Cut { get; init; }

    /// <summary>Mails that are kept, and whose answer is never given.</summary>
    public int KeptUnanswered { get; init; }

    /// <summary>Mails that are thrown away after the final dot, without an answer.</summary>
    public int LostUnanswered { get; init; }

    /// <summary>Mails that are refused for now after the final dot (451).</summary>
    public int BusyAtEnd { get; init; }

    /// <summary>Mails that are refused for good after the final dot (554).</summary>
    public int RefusedAtEnd { get; init; }

    /// <summary>Mails whose answer takes a while.</summary>
    public int Slow { get; init; }

    public static Weather Calm { get; } = new();

    public static Weather Storm { get; } = new() { Away = 1, Full = 40, Cut = 4, KeptUnanswered = 3, LostUnanswered = 2, BusyAtEnd = 4, RefusedAtEnd = 1, Slow = 20 };
}
