using System.Numerics;
using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// The areas of one service, and which of its cells belongs to each. A bitmap where there are many: blocks of 64 bytes, one cache line each,
/// that begin with the number of areas before them. A sorted list where there are few.
/// </summary>
internal static class AreaSet
{
    public const int BlockWords = 16;
    public const int AreasInBlock = (BlockWords - 1) * 32;
    private const int ShortList = 128;

    public static int BlocksFor(int regions) => (regions + AreasInBlock - 1) / AreasInBlock;

    /// <returns>Which of the areas it is, or -1 where it is none of them.</returns>
    public static int Find(ReadOnlySpan<ushort> areas, bool isDense, ushort area) => isDense ? Rank(MemoryMarshal.Cast<ushort, uint>(areas), area) : Place(areas, area);

    /// <summary>All of the areas, ascending.</summary>
    public static ushort[] All(ReadOnlySpan<ushort> areas, bool isDense) => isDense ? Listed(MemoryMarshal.Cast<ushort, uint>(areas)) : areas.ToArray();

    private static ushort[] Listed(ReadOnlySpan<uint> blocks)
    {
        var areas = new List<ushort>();
        for (var word = 0; word < blocks.Length; word++)
        {
            var (block, place) = Math.DivRem(word, BlockWords);
            for (var bits = place == 0 ? 0 : blocks[word]; bits != 0; bits &= bits - 1)
                areas.Add((ushort)((block * AreasInBlock) + ((place - 1) * 32) + BitOperations.TrailingZeroCount(bits)));
        }

        return [.. areas];
    }

    private static int Rank(ReadOnlySpan<uint> blocks, ushort area)
    {
        var (block, bit) = Math.DivRem((uint)area, AreasInBlock);
        var words = blocks.Slice((int)block * BlockWords, BlockWords);
        var (word, place) = ((int)(bit / 32) + 1, (int)(bit % 32));
        if ((words[word] >> place & 1) == 0)
            return -1;
        var rank = words[0] + (uint)BitOperations.PopCount(words[word] & ((1u << place) - 1));
        for (var before = 1; before < word; before++)
            rank += (uint)BitOperations.PopCount(words[before]);
        return (int)rank;
    }

    // A look at all of a short list is one run of vector instructions, without a branch that is guessed wrongly.
    private static int Place(ReadOnlySpan<ushort> areas, ushort area) => areas.Length <= ShortList ? areas.IndexOf(area) : Math.Max(-1, areas.BinarySearch(area));
}
