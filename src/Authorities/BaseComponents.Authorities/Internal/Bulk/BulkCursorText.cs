using System.Text.Json;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>The cursor as it lies in the folder.</summary>
internal static class BulkCursorText
{
    public const int Longest = 64 * 1024;
    private const int LongestAddress = 8192;

    public static byte[] Write(BulkCursor cursor) => JsonSerializer.SerializeToUtf8Bytes(cursor, BulkJson.Default.BulkCursor);

    /// <exception cref="InvalidDataException">It is no cursor, or says what cannot be.</exception>
    public static BulkCursor Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, BulkJson.Default.BulkCursor) is { } cursor && IsPossible(cursor)
                ? cursor
                : throw new InvalidDataException("It says what cannot be.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("It is no cursor.", exception);
        }
    }

    private static bool IsPossible(BulkCursor cursor) =>
        cursor.Format == BulkCursor.CurrentFormat
        && (cursor.Complete is not { } complete || (IsPossible(complete.Generation, complete.Pages, complete.Bytes, complete.Source, complete.NextAddress) && complete.Pages > 0))
        && (cursor.Running is not { } running || (IsPossible(running.Generation, running.Pages, running.Bytes, running.Source, running.NextAddress) && running.Answers >= 0 && Continues(cursor.Complete, running)));

    private static bool IsPossible(long generation, int pages, long bytes, string source, string? nextAddress) =>
        generation is >= 1 and <= BulkFolder.LastGeneration && pages is >= 0 and <= BulkFolder.LastPage && bytes >= 0 && source.Length <= LongestAddress && (nextAddress?.Length ?? 0) <= LongestAddress;

    private static bool Continues(CompletePages? complete, RunningPages running) =>
        running.Generation == (complete?.Generation ?? 0) + 1 || (running.Generation == complete?.Generation && running.Pages >= complete.Pages && running.Bytes >= complete.Bytes);
}
