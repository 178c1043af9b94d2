using Microsoft.Extensions.Logging;

namespace BaseComponents.Payments.Internal;

/// <summary>
/// The audit events of payments, in a log category of their own. What happened to which attempt; never the reference, an amount, a payer, or who of the staff decided: that stands in the
/// line of <c>PaymentAudit</c> that is named.
/// </summary>
internal sealed partial class AuditLog(string tenant, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger(PaymentDefaults.AuditCategory);

    public void Begun(string requestId, int attempt) => Begun(_logger, tenant, requestId, attempt);

    public void Moved(string requestId, PaymentState before, PaymentState after) => Moved(_logger, tenant, requestId, before, after);

    public void Acted(PaymentAuditEntry line)
    {
        if (line.Action == "erase")
            Erased(_logger, tenant, line.RequestId, line.Number);
        else if (line.Action == "delete")
            Deleted(_logger, tenant, line.RequestId, line.Number);
        else
            Decided(_logger, tenant, line.RequestId, line.Change, line.ConfirmedBy is null ? 1 : 2, line.Number);
    }

    [LoggerMessage(2101, LogLevel.Information, "Audit: payment {RequestId} was begun (tenant '{Tenant}', attempt {Attempt}).", EventName = "PaymentBegun")]
    private static partial void Begun(ILogger logger, string tenant, string requestId, int attempt);

    [LoggerMessage(2102, LogLevel.Information, "Audit: payment {RequestId} went from {Before} to {After} (tenant '{Tenant}').", EventName = "PaymentMoved")]
    private static partial void Moved(ILogger logger, string tenant, string requestId, PaymentState before, PaymentState after);

    [LoggerMessage(2103, LogLevel.Information, "Audit: staff decided payment {RequestId}: {Change}, {Persons} person(s), line {Line} of PaymentAudit (tenant '{Tenant}').", EventName = "PaymentDecided")]
    private static partial void Decided(ILogger logger, string tenant, string requestId, string change, int persons, long line);

    [LoggerMessage(2104, LogLevel.Information, "Audit: what leads to a person was taken out of payment {RequestId}, line {Line} of PaymentAudit (tenant '{Tenant}').", EventName = "PaymentErased")]
    private static partial void Erased(ILogger logger, string tenant, string requestId, long line);

    [LoggerMessage(2105, LogLevel.Information, "Audit: payment {RequestId} was deleted, line {Line} of PaymentAudit (tenant '{Tenant}').", EventName = "PaymentDeleted")]
    private static partial void Deleted(ILogger logger, string tenant, string requestId, long line);
}
