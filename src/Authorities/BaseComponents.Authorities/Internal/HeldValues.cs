using BaseComponents.Authorities.Internal.Storage;

namespace BaseComponents.Authorities.Internal;

/// <summary>Values of units that changed and that no person has confirmed: the ones before them are used instead.</summary>
internal sealed class HeldValues
{
    private readonly Dictionary<int, List<HeldRecord>> _byUnit;

    public HeldValues(IEnumerable<HeldRecord> records) =>
        _byUnit = records.GroupBy(record => record.Unit).ToDictionary(group => group.Key, group => group.ToList());

    public int Count => _byUnit.Values.Sum(list => list.Count);

    public IEnumerable<HeldRecord> All => _byUnit.Values.SelectMany(list => list);

    public bool Has(int unit) => _byUnit.ContainsKey(unit);

    public static HeldValues Read(ReadOnlySpan<byte> bytes) => new(bytes.IsEmpty ? [] : SnapshotRecords.Read<HeldRecord[]>(bytes));

    public Office Apply(int unit, Office office)
    {
        if (!_byUnit.TryGetValue(unit, out var held))
            return office;
        foreach (var record in held)
        {
            if (WatchedField.Find(record.Field) is { } field)
                office = field.With(office, record.Trusted);
        }

        return office with { HeldBack = [.. held.Select(record => record.Field)] };
    }
}
