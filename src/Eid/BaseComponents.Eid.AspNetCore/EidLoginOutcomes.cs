using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore;

/// <summary>Reads what the browser brings to <see cref="EidBrokerOptions.OutcomePath"/>.</summary>
public static class EidLoginOutcomes
{
    /// <summary>How the log-in ended, or null when the request does not say. Anybody can call the page with anything: choose a text by it, nothing more.</summary>
    /// <param name="request">The request of the outcome page.</param>
    public static EidLoginOutcome? GetEidLoginOutcome(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query["outcome"].ToString() switch
        {
            "cancelled" => EidLoginOutcome.CancelledByUser,
            "level-too-low" => EidLoginOutcome.LevelTooLow,
            "expired" => EidLoginOutcome.Expired,
            "rejected" => EidLoginOutcome.Rejected,
            "attributes-missing" => EidLoginOutcome.AttributesMissing,
            "document-invalid" => EidLoginOutcome.DocumentInvalid,
            "replayed" => EidLoginOutcome.Replayed,
            "provider-refused" => EidLoginOutcome.ProviderRefused,
            "unavailable" => EidLoginOutcome.ServiceUnavailable,
            "other-browser" => EidLoginOutcome.OtherBrowser,
            _ => null,
        };
    }

    internal static string ToText(EidLoginOutcome outcome) => outcome switch
    {
        EidLoginOutcome.CancelledByUser => "cancelled",
        EidLoginOutcome.LevelTooLow => "level-too-low",
        EidLoginOutcome.Expired => "expired",
        EidLoginOutcome.AttributesMissing => "attributes-missing",
        EidLoginOutcome.DocumentInvalid => "document-invalid",
        EidLoginOutcome.Replayed => "replayed",
        EidLoginOutcome.ProviderRefused => "provider-refused",
        EidLoginOutcome.ServiceUnavailable => "unavailable",
        EidLoginOutcome.OtherBrowser => "other-browser",
        _ => "rejected",
    };
}
