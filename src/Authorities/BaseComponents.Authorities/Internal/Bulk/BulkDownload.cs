using BaseComponents.Authorities.Bulk;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>One run over one folder.</summary>
internal sealed class BulkDownload(BulkFolder folder, PageFetcher pages, BulkDeliveryOptions options, IProgress<BulkProgress>? progress, TimeProvider clock)
{
    private long _written;
    private long _deleted;
    private long _bytes;

    /// <summary>How many pages were added until now.</summary>
    public int Pages { get; private set; }

    /// <exception cref="AuthoritiesException">The run stopped; what arrived is kept.</exception>
    public async Task<BulkResult> RunAsync(BulkRun run, CancellationToken cancellationToken)
    {
        var source = BulkAddress.Of(options)!.AbsoluteUri;
        var (cursor, isResumed) = Begin(run, source);
        var isFull = BulkSteps.IsFull(cursor);
        while (cursor.Running is { } running)
            cursor = await StepAsync(cursor, running, cancellationToken).ConfigureAwait(false);
        // What a full run replaces goes when the cursor no longer counts it.
        folder.Tidy(cursor);
        var complete = cursor.Complete!;
        return new BulkResult(isFull, isResumed, Pages, _bytes, complete.CompletedAt) { Written = _written, Deleted = _deleted, FolderPages = complete.Pages, FolderBytes = complete.Bytes };
    }

    private (BulkCursor Cursor, bool IsResumed) Begin(BulkRun run, string source)
    {
        var kept = folder.ReadCursor();
        var (cursor, isResumed) = BulkSteps.Begin(kept, run, source);
        // After a power failure a page may be missing that counts: then only a run for everything helps.
        if (!folder.IsWhole(cursor.Running!.Generation, cursor.Running.Pages))
            (cursor, isResumed) = BulkSteps.Begin(kept, BulkRun.Anew, source);
        if (cursor != kept)
            folder.Write(cursor);
        folder.Tidy(cursor);
        return (cursor, isResumed);
    }

    private async Task<BulkCursor> StepAsync(BulkCursor cursor, RunningPages running, CancellationToken cancellationToken)
    {
        if (running.Answers >= options.MaxPages || running.Pages >= options.MaxPages)
            throw BulkFailures.TooLarge(nameof(options.MaxPages), options.MaxPages);
        var asked = Address(running);
        var page = await pages.FetchAsync(asked, options.MaxBytes - running.Bytes, bytes => Tell(running, bytes), cancellationToken).ConfigureAwait(false);
        var after = BulkSteps.After(cursor, page, asked, options.BaseAddress!, clock.GetUtcNow());
        if (page.HasObjects)
            Keep(running, page);
        folder.Write(after);
        return after;
    }

    // The cursor is a file, and others may have written it: its address is looked at as that of an answer.
    private Uri Address(RunningPages running) =>
        Wire.Bulk.NextAddress.Within(options.BaseAddress!, options.BaseAddress!, running.NextAddress) ?? throw BulkFailures.ForeignAddress();

    private void Keep(RunningPages running, FetchedPage page)
    {
        folder.KeepPage(running.Generation, running.Pages + 1);
        Pages++;
        _bytes += page.Bytes;
        _written += page.Written;
        _deleted += page.Deleted;
        Tell(running, 0);
    }

    private void Tell(RunningPages running, long bytes) => progress?.Report(new BulkProgress(running.Pages + 1, bytes, _bytes + bytes));
}
