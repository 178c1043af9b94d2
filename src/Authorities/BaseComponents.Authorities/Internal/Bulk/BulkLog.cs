using Microsoft.Extensions.Logging;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>What is logged of downloads: counts, and never what is in a page.</summary>
internal static partial class BulkLog
{
    [LoggerMessage(3040, LogLevel.Information, "Download '{Download}' of bulk data is complete: {Pages} new pages with {Bytes} bytes, everything anew: {IsFull}.")]
    public static partial void Complete(ILogger logger, string download, int pages, long bytes, bool isFull);

    [LoggerMessage(3041, LogLevel.Warning, "Download '{Download}' of bulk data stopped after {Pages} new pages.")]
    public static partial void Stopped(ILogger logger, string download, int pages, Exception exception);
}
