using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>What is logged of destinations: never what citizens type, never persons.</summary>
internal static partial class RoutingLog
{
    [LoggerMessage(3050, LogLevel.Warning, "Router '{Router}' refused a destination for {Service}: {Reason}.")]
    public static partial void Refused(ILogger logger, string router, string service, string reason);

    [LoggerMessage(3051, LogLevel.Warning, "Router '{Router}' could not fetch the keys of {Issuer}; those of before stay in use for a while.")]
    public static partial void KeysNotFetched(ILogger logger, string router, string issuer, Exception exception);
}
