using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>The named steps of a mail at which workers die.</summary>
internal static class MailSteps
{
    /// <summary>Sealed, and not yet in the transaction.</summary>
    public const string Sealed = "sealed";

    /// <summary>Stored in the transaction, which is not yet committed.</summary>
    public const string Committing = "committing";

    public const string Committed = "committed";

    public const string Claimed = "claimed";

    public const string Sending = "sending";

    /// <summary>All but the last byte is sent, and the row does not say that it comes.</summary>
    public const string BeforeTheEnd = "before-the-end";

    /// <summary>The row says that the last byte comes; it is not sent.</summary>
    public const string HandingOver = "handing-over";

    /// <summary>A little later: the last byte is sent, and the answer may be there or not.</summary>
    public const string InTheGap = "in-the-gap";

    /// <summary>The answer is there, and not in the row.</summary>
    public const string Answered = "answered";

    public const string Settled = "settled";

    public const string Deferred = "deferred";

    public const string Held = "held";

    public const string FrozenSending = StepKiller.Frozen + Sending;

    public const string FrozenHandingOver = StepKiller.Frozen + HandingOver;

    public static readonly string[] All =
    [
        Answered, InTheGap, HandingOver, Sending, FrozenSending, BeforeTheEnd, Committed, Committing, Sealed, Claimed, Settled, Deferred, Held, FrozenHandingOver,
    ];
}
