using System.Runtime.InteropServices;

namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>Gives every different value a number: a few thousand identifiers occur in millions of competences.</summary>
internal sealed class References<T>(IEqualityComparer<T>? comparer = null)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _values = [];

    public int Count => _values.Count;

    public T this[int number] => _values[number];

    public int NumberOf(T value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var known);
        if (known)
            return number;
        _values.Add(value);
        return number = _values.Count - 1;
    }
}
