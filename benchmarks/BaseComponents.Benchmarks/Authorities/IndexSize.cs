using System.Buffers.Binary;

namespace BaseComponents.Benchmarks.Authorities;

/// <summary>The bytes of a snapshot that say who is competent: regions, services, areas, cells, lists and days, without names and addresses.</summary>
internal static class IndexSize
{
    private const int LastOfIndex = 11;

    public static long Of(string file)
    {
        using var stream = File.OpenRead(file);
        var header = new byte[4096];
        stream.ReadAtLeast(header, header.Length);
        var sections = Enumerable.Range(0, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(24))).Select(index => header.AsMemory(48 + (index * 24)));
        return sections.Where(section => BinaryPrimitives.ReadInt64LittleEndian(section.Span) <= LastOfIndex).Sum(section => BinaryPrimitives.ReadInt64LittleEndian(section.Span[16..]));
    }
}
