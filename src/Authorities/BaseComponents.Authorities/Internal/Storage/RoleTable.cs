namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// The roles of an index. Four stand before all others and fit into two bits; the first two of them decide, so that a look at the number
/// is enough. Role and advising are kept together: a unit of role 01 that a delivery marks as advising does not decide.
/// </summary>
internal sealed class RoleTable
{
    public const int DecidingRoles = 2;
    public const int Most = 256;
    private static readonly NamedRole[] First =
    [
        new(OfficeRole.Competent.Code, false), new(OfficeRole.CompetentAndContact.Code, false), new(OfficeRole.Contact.Code, true), new(OfficeRole.Competent.Code, true),
    ];

    private readonly List<NamedRole> _roles = [.. First];
    private readonly Dictionary<NamedRole, int> _indices;

    public RoleTable(IEnumerable<string> advisingCodes)
    {
        _roles.AddRange(advisingCodes.Select(code => new NamedRole(code, true)));
        if (_roles.Count > Most)
            throw new InvalidDataException("A snapshot holds at most 256 roles.");
        _indices = _roles.Index().DistinctBy(role => role.Item).ToDictionary(role => role.Item, role => role.Index);
    }

    public int Count => _roles.Count;

    /// <summary>The codes beyond the first four, all of which only advise.</summary>
    public IEnumerable<string> Others => _roles.Skip(First.Length).Select(role => role.Code);

    public OfficeRole this[int index] => new(_roles[index].Code);

    /// <returns>The index, or nothing where the table is full.</returns>
    public int? IndexOf(OfficeRole role, bool isAdvisory)
    {
        var named = new NamedRole(role.Code, isAdvisory || !role.IsCompetent);
        if (_indices.TryGetValue(named, out var index))
            return index;
        if (_roles.Count == Most)
            return null;
        _roles.Add(named);
        return _indices[named] = _roles.Count - 1;
    }

    /// <summary>Sorts the roles beyond the first four by code.</summary>
    /// <returns>By old index: the new one.</returns>
    public int[] Sort()
    {
        var sorted = _roles.Take(First.Length).Concat(_roles.Skip(First.Length).OrderBy(role => role.Code, StringComparer.Ordinal)).ToList();
        var places = _roles.Select(role => sorted.IndexOf(role)).ToArray();
        for (var index = 0; index < sorted.Count; index++)
            _indices[_roles[index] = sorted[index]] = index;
        return places;
    }

    private readonly record struct NamedRole(string Code, bool IsAdvisory);
}
