using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Wire.Bulk;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>What becomes of a cursor: where a run begins, and what each page changes. No files, no network.</summary>
internal static class BulkSteps
{
    /// <summary>The cursor with a run in it, and whether that run was there before.</summary>
    /// <param name="cursor">As it lies in the folder.</param>
    /// <param name="run">What is wanted.</param>
    /// <param name="source">The first address of the configuration.</param>
    public static (BulkCursor Cursor, bool IsResumed) Begin(BulkCursor cursor, BulkRun run, string source)
    {
        if (cursor.Running is { } stopped && stopped.Source == source && run != BulkRun.Anew && (run == BulkRun.Continue || IsFull(cursor)))
            return (cursor, stopped.Answers > 0);
        var next = run == BulkRun.Continue && cursor.Complete is { NextAddress: { } changes } complete && complete.Source == source
            ? new RunningPages(complete.Generation, complete.Pages, complete.Bytes, 0, source, changes, Index: null)
            : new RunningPages((cursor.Complete?.Generation ?? 0) + 1, 0, 0, 0, source, source, Index: null);
        return (cursor with { Running = next }, false);
    }

    /// <summary>Whether the run fetches everything.</summary>
    public static bool IsFull(BulkCursor cursor) => cursor.Running!.Generation != cursor.Complete?.Generation;

    /// <summary>The cursor after a page.</summary>
    /// <param name="cursor">Before it.</param>
    /// <param name="page">The page.</param>
    /// <param name="asked">Where it was.</param>
    /// <param name="basis">The configured base.</param>
    /// <param name="now">When it arrived.</param>
    /// <exception cref="AuthoritiesException">The page leads away or in a circle, or everything is nothing.</exception>
    public static BulkCursor After(BulkCursor cursor, FetchedPage page, Uri asked, Uri basis, DateTimeOffset now)
    {
        var running = cursor.Running!;
        var (pages, bytes) = page.HasObjects ? (running.Pages + 1, running.Bytes + page.Bytes) : (running.Pages, running.Bytes);
        var next = Next(running, page.Envelope, asked, basis);
        if (!page.Envelope.IsComplete)
            return cursor with { Running = running with { Pages = pages, Bytes = bytes, Answers = running.Answers + 1, NextAddress = next!, Index = page.Envelope.NextIndex } };
        // An empty set would take every office away.
        if (pages == 0)
            throw BulkFailures.Invalid("the service says that this is all, and there is nothing in it.");
        return new BulkCursor(BulkCursor.CurrentFormat, new CompletePages(running.Generation, pages, bytes, running.Source, next, now), null);
    }

    private static string? Next(RunningPages running, Envelope envelope, Uri asked, Uri basis)
    {
        var next = string.IsNullOrEmpty(envelope.NextAddress) ? null : NextAddress.Within(basis, asked, envelope.NextAddress) ?? throw BulkFailures.ForeignAddress();
        if (envelope.NextIndex < running.Index)
            throw BulkFailures.Loop("the index goes back.");
        if (envelope.IsComplete)
            return next?.AbsoluteUri;
        if (next is null || envelope.NextIndex is null)
            throw BulkFailures.Invalid("there is more, and it does not say where.");
        if (envelope.NextIndex == running.Index)
            throw BulkFailures.Loop("the index does not grow.");
        return next != asked ? next.AbsoluteUri : throw BulkFailures.Loop("the next page is the same one.");
    }
}
