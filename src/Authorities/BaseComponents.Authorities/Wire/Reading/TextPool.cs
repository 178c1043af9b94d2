using System.Numerics;
using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>
/// Gives back the same string for the same text: agencies, keys and areas repeat millions of times. It never grows; a text whose place is taken
/// by another one pushes that out.
/// </summary>
/// <param name="places">How many are kept; a power of two.</param>
internal sealed class TextPool(int places = TextPool.Usual)
{
    private const int Usual = 32_768;
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private readonly string?[] _texts = new string?[places];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        ref var place = ref Place(text);
        return place is not null && text.SequenceEqual(place) ? place : place = new string(text);
    }

    /// <summary>The string that is kept for a text, or null.</summary>
    public string? Find(ReadOnlySpan<char> text) => !text.IsEmpty && Place(text) is { } kept && text.SequenceEqual(kept) ? kept : null;

    /// <summary>Keeps a string that somebody else made.</summary>
    public void Keep(string text)
    {
        if (text.Length > 0)
            Place(text) = text;
    }

    // Whoever makes texts meet in one place only makes them be built anew.
    private ref string? Place(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length * Factor;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(text))
            hash = (BitOperations.RotateLeft(hash, 23) ^ four) * Factor;
        for (var index = text.Length & ~3; index < text.Length; index++)
            hash = (BitOperations.RotateLeft(hash, 23) ^ text[index]) * Factor;
        return ref _texts[(int)(hash >> 32) & (_texts.Length - 1)];
    }
}
