using BaseComponents.Authorities.Internal.Regions;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads a list of regions in any of the forms it is published in, told apart by the first character: JSON and Genericode of XRepository, and the
/// directory of municipalities with fields of fixed width (GV100AD).
/// </summary>
internal sealed class RegionListReader(RegionCatalogueBuilder regions, long longest)
{
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var filled = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        using var whole = new RejoinedStream(head.AsMemory(0, filled), stream);
        var before = regions.Taken;
        await ReadAsync(FirstCharacter(head.AsSpan(0, filled)), whole, cancellationToken).ConfigureAwait(false);
        if (regions.Taken == before)
            throw new InvalidDataException("The list of regions holds no area.");
    }

    private Task ReadAsync(byte first, Stream stream, CancellationToken cancellationToken) => first switch
    {
        (byte)'{' => new JsonRegionReader(regions).ReadAsync(stream, cancellationToken),
        (byte)'<' => new GenericodeReader(new RegionTable(regions), longest).ReadAsync(stream, cancellationToken),
        >= (byte)'0' and <= (byte)'9' => new MunicipalDirectoryReader(regions).ReadAsync(stream, cancellationToken),
        _ => throw new InvalidDataException("The list of regions is neither JSON nor Genericode nor of fixed width (GV100AD)."),
    };

    // XML may also come in UTF-16; its first bytes are then the mark of that.
    private static byte FirstCharacter(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (byte)'<';
        var text = head.StartsWith("\uFEFF"u8) ? head["\uFEFF"u8.Length..] : head;
        var place = text.IndexOfAnyExcept(" \t\r\n"u8);
        return place < 0 ? (byte)0 : text[place];
    }
}
