using System.Buffers.Binary;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Reads the header of a file that anybody may have made: every length is checked before it is used.</summary>
internal static class HeaderReader
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="AuthoritiesException">It is no snapshot, one of another format, or not whole.</exception>
    public static SnapshotHeader Read(SnapshotBytes bytes, string file)
    {
        var start = bytes.Read<byte>(new Section(0, Math.Min(bytes.Length, SnapshotHeader.FixedLength)));
        if (!start.StartsWith(SnapshotHeader.Magic[..Math.Min(start.Length, SnapshotHeader.Magic.Length)]))
            throw SnapshotFailures.Foreign(file);
        if (start.Length < SnapshotHeader.FixedLength)
            throw SnapshotFailures.Torn(file);
        var format = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        if (format != SnapshotHeader.FormatVersion)
            throw SnapshotFailures.OtherFormat(file, format);
        if (BinaryPrimitives.ReadInt64LittleEndian(start[16..]) != bytes.Length)
            throw SnapshotFailures.Torn(file);
        return ReadParts(bytes, start, file);
    }

    private static SnapshotHeader ReadParts(SnapshotBytes bytes, ReadOnlySpan<byte> start, string file)
    {
        var (length, sections) = (BinaryPrimitives.ReadInt32LittleEndian(start[12..]), Count(start, 24, SnapshotHeader.MostSections, file));
        var (provenance, blocks) = (Count(start, 28, SnapshotHeader.LongestProvenance, file), Count(start, 32, int.MaxValue / SnapshotHeader.HashLength, file));
        var (keyId, signature) = (Count(start, 36, SnapshotHeader.HashLength, file), Count(start, 40, SnapshotHeader.LongestSignature, file));
        var expected = SnapshotHeader.FixedLength + (sections * 24L) + provenance + (blocks * (long)SnapshotHeader.HashLength) + keyId + signature;
        if (length != expected || expected > bytes.Length)
            throw SnapshotFailures.Damaged(file, "its header");
        var rest = bytes.Read<byte>(new Section(SnapshotHeader.FixedLength, expected - SnapshotHeader.FixedLength));
        var header = new SnapshotHeader
        {
            Sections = ReadSections(rest[..(sections * 24)], bytes.Length, file),
            Provenance = Take(ref rest, sections * 24, provenance),
            BlockHashes = [.. TakeHashes(ref rest, blocks)],
            KeyId = Take(ref rest, 0, keyId),
            Signature = Take(ref rest, 0, signature),
            SignatureLength = signature,
            TotalLength = bytes.Length,
        };
        var bodyBlocks = (header.Body.Length + SnapshotHeader.BlockLength - 1) / SnapshotHeader.BlockLength;
        return header.Body.Length >= 0 && bodyBlocks == blocks && IsEmpty(bytes, header) && header.Sections.All.Values.All(section => section.Offset >= header.BodyStart)
            ? header
            : throw SnapshotFailures.Damaged(file, "its header");
    }

    // What fills up to the body is neither signed nor hashed: nothing may stand there.
    private static bool IsEmpty(SnapshotBytes bytes, SnapshotHeader header) =>
        !bytes.Read<byte>(new Section(header.Length, header.BodyStart - header.Length)).ContainsAnyExcept((byte)0);

    private static int Count(ReadOnlySpan<byte> start, int place, int most, string file) =>
        BinaryPrimitives.ReadInt32LittleEndian(start[place..]) is >= 0 and var count && count <= most ? count : throw SnapshotFailures.Damaged(file, "its header");

    private static SectionTable ReadSections(ReadOnlySpan<byte> table, long total, string file)
    {
        var sections = new Dictionary<SectionId, Section>();
        for (var rest = table; rest.Length > 0; rest = rest[24..])
        {
            var section = new Section(BinaryPrimitives.ReadInt64LittleEndian(rest[8..]), BinaryPrimitives.ReadInt64LittleEndian(rest[16..]));
            var isInside = section.Offset >= 0 && section.Offset % SectionTable.Alignment == 0 && section.Length >= 0 && section.Length <= int.MaxValue && section.Offset <= total - section.Length;
            if (!isInside || !sections.TryAdd((SectionId)BinaryPrimitives.ReadInt64LittleEndian(rest), section))
                throw SnapshotFailures.Damaged(file, "its header");
        }

        return new SectionTable(sections);
    }

    private static byte[] Take(ref ReadOnlySpan<byte> rest, int skip, int length)
    {
        var taken = rest.Slice(skip, length).ToArray();
        rest = rest[(skip + length)..];
        return taken;
    }

    private static byte[][] TakeHashes(ref ReadOnlySpan<byte> rest, int blocks)
    {
        var hashes = new byte[blocks][];
        for (var block = 0; block < blocks; block++)
            hashes[block] = Take(ref rest, 0, SnapshotHeader.HashLength);
        return hashes;
    }
}
