using System.Runtime.CompilerServices;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>
/// Finds the unit of a snapshot that a live source means: by editor and number, however the delivery writes them, or else by a name that
/// only one unit has. A wrong number alone is thus no way around what is watched.
/// </summary>
internal sealed class KnownUnits
{
    private const string Kind = "OE.";
    private static readonly ConditionalWeakTable<Snapshot, KnownUnits> Known = [];
    private readonly Dictionary<(string Agency, string Number), int> _byNumber = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);

    private KnownUnits(Snapshot data)
    {
        for (var unit = 0; unit < data.OfficeCount; unit++)
        {
            var office = data.NewestOfficeAt(unit);
            _byNumber.TryAdd(NumberOf(office.Id), unit);
            if (!_byName.TryAdd(office.Name, unit))
                _byName[office.Name] = -1;
        }
    }

    /// <summary>The units of a snapshot; worked out once, when first asked for.</summary>
    public static KnownUnits Of(Snapshot data) => Known.GetValue(data, static one => new KnownUnits(one));

    /// <returns>Its index; -1 where the snapshot has no such unit.</returns>
    public int Find(Office office)
    {
        if (_byNumber.TryGetValue(NumberOf(office.Id), out var unit))
            return unit;
        return _byName.GetValueOrDefault(office.Name, -1);
    }

    // Deliveries write L100042.OE.2292, OE.2292 or 2292, with L100042 as the agency.
    private static (string, string) NumberOf(OfficeId id)
    {
        var number = id.Agency.Length > 0 && id.Value.StartsWith($"{id.Agency}.", StringComparison.Ordinal) ? id.Value[(id.Agency.Length + 1)..] : id.Value;
        return (id.Agency, number.StartsWith(Kind, StringComparison.Ordinal) ? number[Kind.Length..] : number);
    }
}
