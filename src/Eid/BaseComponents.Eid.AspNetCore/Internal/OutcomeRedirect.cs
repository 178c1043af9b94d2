using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>Sends the browser to the application's page for log-ins that did not succeed.</summary>
internal static class OutcomeRedirect
{
    public static void Go(HttpContext context, string scheme, string outcomePath, Exception? failure, string? returnUrl, ILogger log)
    {
        var failed = LoginFailures.Classify(failure);
        Report(log, scheme, failed, failure);
        AuditLog.Refused(context.RequestServices, scheme, failed.Outcome, failed.Reason);
        EidTelemetry.Count(scheme, EidLoginOutcomes.ToText(failed.Outcome));
        if (context.Request.Path == outcomePath)
        {
            // The page for this very case demands a log-in: sending the browser there again would never end.
            EidBrokerLog.OutcomePageDemandsLogin(log, scheme);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var address = QueryHelpers.AddQueryString(context.Request.PathBase + outcomePath, "outcome", EidLoginOutcomes.ToText(failed.Outcome));
        context.Response.Redirect(ReturnTarget.IsLocal(returnUrl) ? QueryHelpers.AddQueryString(address, "returnUrl", returnUrl) : address);
    }

    private static void Report(ILogger log, string scheme, FailedLogin failed, Exception? failure)
    {
        if (failed.IsUnexpected)
            EidBrokerLog.Unexpected(log, failure, scheme);
        else if (failed.Outcome is EidLoginOutcome.CancelledByUser)
            EidBrokerLog.Cancelled(log, scheme);
        else
            EidBrokerLog.DidNotSucceed(log, scheme, failed.Outcome, failed.Reason);
    }
}
