namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>A failure in the browser that began the log-in: it may learn where it came from.</summary>
internal sealed class CardFailure(Exception failure, string returnUrl) : Exception(failure.Message, failure)
{
    public CardFailure(EidLoginOutcome outcome, string reason, string returnUrl)
        : this(new LoginFailure(outcome, reason), returnUrl)
    {
    }

    public string ReturnUrl { get; } = returnUrl;
}
