using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Names of regions, postal codes and changes of territory, to a snapshot and back.</summary>
internal static class CatalogueRecords
{
    public static byte[] Write(RegionCatalogue catalogue) => SnapshotRecords.Write(
        new CatalogueRecord(
            catalogue.Day,
            [.. catalogue.Rows.Select(row => new RegionRecord(row.Key.ToString(), row.Name) { Note = row.Note, AsOf = row.AsOf })],
            [.. catalogue.PostalCodes.Select(pair => new PostalCodeRecord(pair.Code.ToString(), pair.Municipality.ToString()))],
            [.. catalogue.Changes.Select(TerritoryRecords.Of)]),
        SnapshotJson.Default.CatalogueRecord);

    /// <exception cref="InvalidDataException">The bytes are not what they should be.</exception>
    public static RegionCatalogue Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new RegionCatalogue([], [], [], default);
        var record = SnapshotRecords.Read<CatalogueRecord>(bytes);
        return new RegionCatalogue(Rows(record.Regions), TerritoryRecords.Read(record.Changes), [.. record.PostalCodes.Select(Pair)], record.Day);
    }

    private static List<RegionRow> Rows(IReadOnlyList<RegionRecord> records)
    {
        var rows = records.Select(row => new RegionRow(Key(row.Key), row.Name, row.Note) { AsOf = row.AsOf }).ToList();
        for (var index = 1; index < rows.Count; index++)
        {
            if (rows[index - 1].Key.CompareTo(rows[index].Key) >= 0)
                throw new InvalidDataException("The catalogue of regions is not in order.");
        }

        return rows;
    }

    private static (PostalCode Code, RegionKey Municipality) Pair(PostalCodeRecord record) =>
        (PostalCode.TryParse(record.Code, out var code) ? code : throw Wrong(), Key(record.Key));

    private static RegionKey Key(string text) => RegionKey.TryParse(text, out var key) ? key : throw Wrong();

    private static InvalidDataException Wrong() => new("The catalogue of regions holds a key that is none.");
}
