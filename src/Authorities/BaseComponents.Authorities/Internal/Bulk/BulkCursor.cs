using System.Text.Json.Serialization;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>
/// What of a folder counts, and where to go on: the one truth about it. A page that is in the folder and not in here is none.
/// </summary>
/// <param name="Format">1.</param>
/// <param name="Complete">The pages that are read; none before the first run is complete.</param>
/// <param name="Running">The run that is not complete yet; its pages are not read.</param>
internal sealed record BulkCursor(int Format, CompletePages? Complete, RunningPages? Running)
{
    public const int CurrentFormat = 1;

    public static readonly BulkCursor Empty = new(CurrentFormat, null, null);
}

/// <summary>Pages 1 to <see cref="Pages"/> of a generation, and where changes since then are to be had.</summary>
/// <param name="Generation">Counted up by each full run.</param>
/// <param name="Pages">How many.</param>
/// <param name="Bytes">How long together.</param>
/// <param name="Source">The first address of the configuration with which they were fetched.</param>
/// <param name="NextAddress">Where the next changes are; none where the service did not say.</param>
/// <param name="CompletedAt">When the last one was in its place.</param>
internal sealed record CompletePages(long Generation, int Pages, long Bytes, string Source, string? NextAddress, DateTimeOffset CompletedAt);

/// <summary>What a run has fetched until now.</summary>
/// <param name="Generation">That of the complete pages for changes, the next one for a full run.</param>
/// <param name="Pages">How many, with those that were there before in the same generation.</param>
/// <param name="Bytes">How long together.</param>
/// <param name="Answers">How many answers it took; some hold no objects and are no page.</param>
/// <param name="Source">The first address of the configuration.</param>
/// <param name="NextAddress">Where to go on.</param>
/// <param name="Index">The last index that the service named; none before the first answer.</param>
internal sealed record RunningPages(long Generation, int Pages, long Bytes, int Answers, string Source, string NextAddress, long? Index);

[JsonSourceGenerationOptions(
    AllowDuplicateProperties = false,
    MaxDepth = 8,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(BulkCursor))]
internal sealed partial class BulkJson : JsonSerializerContext;
