using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>The audit events of log-ins, in a log category of their own: that somebody logged in, over which scheme, with which level. Never who, not even as a hash: whoever knows a pseudonym could look it up.</summary>
internal static partial class AuditLog
{
    private static readonly EidMethod[] KnownMethods =
        [EidMethod.IdentityCard, EidMethod.SmartEid, EidMethod.Eidas, EidMethod.Elster, EidMethod.UserName, EidMethod.Fink, EidMethod.Diia];

    public static void Accepted(IServiceProvider services, string scheme, EidIdentity identity) => Accepted(Of(services), scheme, identity.Level, Known(identity.Method));

    public static void Refused(IServiceProvider services, string scheme, EidLoginOutcome outcome, string reason) => Refused(Of(services), scheme, outcome, reason);

    public static void SessionEnded(IServiceProvider services, string scheme) => SessionEnded(Of(services), scheme);

    // A name that is not known here came over the wire, and could be anything.
    private static string Known(EidMethod method) => Array.Find(KnownMethods, known => known == method) is { Name: { } name } ? name : method == EidMethod.Unknown ? "unknown" : "other";

    private static ILogger Of(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger(EidDefaults.AuditCategory);

    [LoggerMessage(1101, LogLevel.Information, "Audit: a log-in over {Scheme} was accepted: level {Level}, method {Method}.", EventName = "LogInAccepted")]
    private static partial void Accepted(ILogger logger, string scheme, AssuranceLevel level, string method);

    [LoggerMessage(1102, LogLevel.Information, "Audit: a log-in over {Scheme} was not accepted: {Outcome} ({Reason}).", EventName = "LogInRefused")]
    private static partial void Refused(ILogger logger, string scheme, EidLoginOutcome outcome, string reason);

    [LoggerMessage(1103, LogLevel.Information, "Audit: the broker of {Scheme} ended a session.", EventName = "SessionEnded")]
    private static partial void SessionEnded(ILogger logger, string scheme);
}
