using BaseComponents.Authorities.Internal.Merging;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Where the references of competences lead. Each is followed once.</summary>
internal sealed class TiedReferences(
    References<OfficeId> identifiers,
    Func<OfficeId, IReadOnlyList<LeikaKey>> services,
    Func<string, RegionKey?> areas,
    Func<OfficeId, TiedUnit?> units,
    Func<OfficeId, TiedUnit?> onlineServices)
{
    private readonly Dictionary<int, IReadOnlyList<LeikaKey>> _services = [];
    private readonly Dictionary<int, RegionKey?> _areas = [];
    private readonly Dictionary<int, TiedUnit?> _units = [];
    private readonly Dictionary<int, TiedUnit?> _onlineServices = [];

    public IReadOnlyList<LeikaKey> Services(int number) => Get(_services, number, services);

    public RegionKey? Area(int number) => Get(_areas, number, id => areas(id.Value));

    /// <summary>Whose competence it is: that of a unit, or of a service on the web.</summary>
    public TiedUnit? Holder(CompetenceOperation operation) => operation.Is(CompetenceFlags.OnlineService)
        ? Get(_onlineServices, operation.Unit, onlineServices)
        : Get(_units, operation.Unit, units);

    private T Get<T>(Dictionary<int, T> known, int number, Func<OfficeId, T> follow)
    {
        if (!known.TryGetValue(number, out var value))
            known[number] = value = follow(identifiers[number]);
        return value;
    }
}
