namespace BaseComponents.Authorities.Internal;

/// <summary>
/// Finds objects by identifier. A reference often leaves out the scheme that the object itself states; it then counts if agency and value
/// name one object only.
/// </summary>
internal sealed class IdentifierMap<T>
    where T : class
{
    private readonly Dictionary<OfficeId, T> _exact = [];
    private readonly Dictionary<(string Agency, string Value), HashSet<OfficeId>> _schemes = [];

    public IEnumerable<T> Values => _exact.Values;

    public void Set(OfficeId id, T value)
    {
        _exact[id] = value;
        if (!_schemes.TryGetValue((id.Agency, id.Value), out var ids))
            _schemes[(id.Agency, id.Value)] = ids = [];
        ids.Add(id);
    }

    public T? Find(OfficeId reference)
    {
        if (_exact.TryGetValue(reference, out var value))
            return value;
        return _schemes.TryGetValue((reference.Agency, reference.Value), out var ids) && ids.Count == 1 && ids.Single() is var only
            && (reference.Scheme.Length == 0 || only.Scheme.Length == 0)
                ? _exact[only]
                : null;
    }
}
