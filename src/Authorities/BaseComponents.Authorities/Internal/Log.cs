using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal;

/// <summary>What is logged. Keys of areas and services may appear here, people never do.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Authority directory '{Directory}' loaded: {Municipalities} municipalities, {Services} services, {Offices} offices.")]
    public static partial void Loaded(ILogger logger, string directory, int municipalities, int services, int offices);

    [LoggerMessage(3002, LogLevel.Warning, "Authority directory '{Directory}' could not be read again; the data of {LoadedAt} stays in use.")]
    public static partial void KeptOldData(ILogger logger, string directory, DateTimeOffset loadedAt, Exception exception);

    [LoggerMessage(3003, LogLevel.Error, "Authority directory '{Directory}' has no data.")]
    public static partial void NoData(ILogger logger, string directory, Exception exception);

    [LoggerMessage(3004, LogLevel.Warning, "Authority directory '{Directory}' skipped {Count} objects. The first: {Source}, {Element} {Id}: {Problem}")]
    public static partial void Skipped(ILogger logger, string directory, int count, string source, string element, string id, string problem);

    [LoggerMessage(3010, LogLevel.Warning, "Authority directory '{Directory}' does not use {Count} changed addresses or accounts of its new snapshot: nobody has confirmed them. See basecomponents authorities diff and confirm.")]
    public static partial void HeldBack(ILogger logger, string directory, int count);

    [LoggerMessage(3020, LogLevel.Warning, "Authority directory '{Directory}' could not ask its live source '{Source}' as it should: {Code}.")]
    public static partial void LiveFailed(ILogger logger, string directory, string source, string code, Exception exception);

    [LoggerMessage(3021, LogLevel.Warning, "Authority directory '{Directory}' does not use {Count} addresses or accounts that its live source '{Source}' names and its data does not: nobody has confirmed them. See basecomponents authorities resolve.")]
    public static partial void LiveHeldBack(ILogger logger, string directory, string source, int count);

    [LoggerMessage(3022, LogLevel.Warning, "Authority directory '{Directory}' could not use the shared cache of live answers: {Fault}. Answers are asked for anew.")]
    public static partial void SharedCacheFailed(ILogger logger, string directory, string fault);
}
