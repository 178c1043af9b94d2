using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Log entries 1030 to 1033. No name, session, key or address of a citizen stands in any of them.</summary>
internal static partial class EidServerLog
{
    [LoggerMessage(1030, LogLevel.Information, "The eID-Server of {Scheme} answers, and its authorisation certificate allows all that is asked for.")]
    public static partial void Usable(ILogger log, string scheme);

    [LoggerMessage(1031, LogLevel.Warning, "The eID-Server of {Scheme} does not answer as it should ({Code}); it is asked again in {Delay}. Log-ins fail until it does.")]
    public static partial void Unreachable(ILogger log, Exception exception, string scheme, string code, TimeSpan delay);

    [LoggerMessage(1032, LogLevel.Error, "The authorisation certificate of {Scheme} does not allow {Attributes}: every log-in fails. Take them out of RequiredAttributes and OptionalAttributes, or have the certificate extended.")]
    public static partial void RightsMissing(ILogger log, string scheme, string attributes);

    [LoggerMessage(1033, LogLevel.Warning, "No session was opened at the eID-Server of {Scheme}: {Reason}. See docs/errors.md#eid.card for the reasons.")]
    public static partial void NotStarted(ILogger log, Exception? exception, string scheme, string reason);
}
