using System.Security.Cryptography;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>A whole snapshot in memory, as it would lie in a file.</summary>
internal sealed record SnapshotImage(SnapshotBytes Bytes, SnapshotHeader Header, SnapshotInfo Info)
{
    public static SnapshotImage Of(IndexImage index, SnapshotInfo provenance, ECDsa? signingKey)
    {
        var info = Counted(provenance, index.Facts);
        var header = Laid(index, SnapshotRecords.Write(info, SnapshotJson.Default.SnapshotInfo), signingKey);
        var bytes = SnapshotBytes.Hold((int)header.TotalLength, memory => FillBody(memory.Span, header, index));
        return new SnapshotImage(bytes, header with { BlockHashes = BlockHashes.Of(bytes, header.Body) }, info);
    }

    private static SnapshotInfo Counted(SnapshotInfo info, IndexFacts facts) => info with
    {
        Municipalities = facts.Municipalities,
        Services = facts.Services,
        Offices = facts.Units,
        Competences = facts.Competences,
    };

    // The header's length depends on the number of blocks, not on the place of the body.
    private static SnapshotHeader Laid(IndexImage index, byte[] provenance, ECDsa? signingKey)
    {
        var body = index.Sections.Values.Sum(section => SectionTable.Align(section.Length));
        var blocks = (int)((body + SnapshotHeader.BlockLength - 1) / SnapshotHeader.BlockLength);
        var header = new SnapshotHeader
        {
            Sections = new SectionTable(index.Sections.ToDictionary(pair => pair.Key, _ => default(Section))),
            Provenance = provenance,
            BlockHashes = [.. Enumerable.Repeat(new byte[SnapshotHeader.HashLength], blocks)],
            KeyId = signingKey is null ? [] : SnapshotSignatures.KeyIdOf(signingKey),
            SignatureLength = signingKey is null ? 0 : SnapshotSignatures.LengthOf(signingKey),
            TotalLength = 0,
        };
        if (header.BodyStart + body > Array.MaxLength)
            throw SnapshotFailures.TooMuch("bytes", Array.MaxLength);
        return header with { Sections = Placed(index, header.BodyStart), TotalLength = header.BodyStart + body };
    }

    private static SectionTable Placed(IndexImage index, long start)
    {
        var sections = new Dictionary<SectionId, Section>();
        foreach (var (id, content) in index.Sections.OrderBy(pair => pair.Key))
        {
            sections[id] = new Section(start, content.Length);
            start += SectionTable.Align(content.Length);
        }

        return new SectionTable(sections);
    }

    private static void FillBody(Span<byte> file, SnapshotHeader header, IndexImage index)
    {
        file.Clear();
        foreach (var (id, section) in header.Sections.All)
            index.Sections[id].CopyTo(file[(int)section.Offset..]);
    }
}
