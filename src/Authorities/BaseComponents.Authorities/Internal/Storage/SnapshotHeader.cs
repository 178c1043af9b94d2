using System.Buffers.Binary;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>What stands before the body of a snapshot. All of it but the signature itself is signed.</summary>
internal sealed record SnapshotHeader
{
    // 1 had no destinations and no services on the web.
    public const int FormatVersion = 2;
    public const int FixedLength = 48;
    public const int BlockLength = 1 << 20;
    public const int HashLength = 32;
    public const int MostSections = 64;
    public const int LongestProvenance = 1 << 20;
    public const int LongestSignature = 256;

    /// <summary>A byte that is no text, then BCAUTH and a line end, which a transfer as text would change.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'B', (byte)'C', (byte)'A', (byte)'U', (byte)'T', (byte)'H', (byte)'\n'];

    public required SectionTable Sections { get; init; }

    /// <summary>Where the data comes from, as JSON in UTF-8.</summary>
    public required byte[] Provenance { get; init; }

    /// <summary>SHA-256 of each block of the body.</summary>
    public required byte[][] BlockHashes { get; init; }

    /// <summary>SHA-256 of the public key; empty where the file is not signed.</summary>
    public required byte[] KeyId { get; init; }

    public byte[] Signature { get; init; } = [];

    /// <summary>Length of the signature that is to come, or is there.</summary>
    public required int SignatureLength { get; init; }

    public required long TotalLength { get; init; }

    public long Length => FixedLength + (Sections.All.Count * 24L) + Provenance.Length + (BlockHashes.Length * (long)HashLength) + KeyId.Length + SignatureLength;

    public long BodyStart => SectionTable.Align(Length);

    public Section Body => new(BodyStart, TotalLength - BodyStart);

    /// <summary>What is signed.</summary>
    public byte[] SignedBytes()
    {
        var bytes = new byte[Length - SignatureLength];
        var fixedPart = bytes.AsSpan(0, FixedLength);
        Magic.CopyTo(fixedPart);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[8..], FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[12..], (int)Length);
        BinaryPrimitives.WriteInt64LittleEndian(fixedPart[16..], TotalLength);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[24..], Sections.All.Count);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[28..], Provenance.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[32..], BlockHashes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[36..], KeyId.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fixedPart[40..], SignatureLength);
        var rest = WriteSections(bytes.AsSpan(FixedLength));
        foreach (var part in (ReadOnlySpan<byte[]>)[Provenance, .. BlockHashes, KeyId])
        {
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }

        return bytes;
    }

    private Span<byte> WriteSections(Span<byte> rest)
    {
        foreach (var (id, section) in Sections.All.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, (long)id);
            BinaryPrimitives.WriteInt64LittleEndian(rest[8..], section.Offset);
            BinaryPrimitives.WriteInt64LittleEndian(rest[16..], section.Length);
            rest = rest[24..];
        }

        return rest;
    }
}
