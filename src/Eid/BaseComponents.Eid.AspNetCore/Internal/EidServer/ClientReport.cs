using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>
/// What the AusweisApp, or anybody else, wrote into the address of the way back. Success says nothing: the eID-Server is asked. A failure is believed as far
/// as nobody is logged in, and chooses the page.
/// </summary>
/// <remarks>ResultMajor, ResultMinor (BSI TR-03124-1, section 2.5.4)</remarks>
internal sealed record ClientReport(EidLoginOutcome Outcome, string Reason, bool ServerKnowsMore)
{
    public static ClientReport? Of(HttpRequest request) => LastPart(request.Query["ResultMajor"]) == "error"
        ? LastPart(request.Query["ResultMinor"]) switch
        {
            "cancellationByUser" => new(EidLoginOutcome.CancelledByUser, "client-cancelled", ServerKnowsMore: false),
            "communicationError" => new(EidLoginOutcome.ServiceUnavailable, "client-communication-error", ServerKnowsMore: false),
            "trustedChannelEstablishmentFailed" => new(EidLoginOutcome.ServiceUnavailable, "client-trusted-channel", ServerKnowsMore: false),
            "serverError" => new(EidLoginOutcome.ProviderRefused, "client-server-error", ServerKnowsMore: true),
            _ => new(EidLoginOutcome.Rejected, "client-error", ServerKnowsMore: true),
        }
        : null;

    // Some clients write the whole URI of the eCard result.
    private static string LastPart(string? text) => text is { Length: > 0 and <= 200 } ? text[(text.AsSpan().LastIndexOfAny('#', '/') + 1)..] : "";
}
