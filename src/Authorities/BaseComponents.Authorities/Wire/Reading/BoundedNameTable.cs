using System.Xml;

namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>The names of a document, each kept once. A document that makes up new names without end is refused.</summary>
internal sealed class BoundedNameTable : XmlNameTable
{
    private const int Most = 20_000;
    private const int LongestName = 1_000;
    private readonly NameTable _names = new();
    private readonly TextPool _recent = new(1024);
    private int _count;

    public override string Add(char[] array, int offset, int length)
    {
        if (_recent.Find(array.AsSpan(offset, length)) is { } recent)
            return recent;
        if (_names.Get(array, offset, length) is not { } name)
        {
            Count(length);
            name = _names.Add(array, offset, length);
        }

        _recent.Keep(name);
        return name;
    }

    public override string Add(string array)
    {
        if (_names.Get(array) is { } known)
            return known;
        Count(array.Length);
        return _names.Add(array);
    }

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    private void Count(int length)
    {
        if (++_count > Most || length > LongestName)
            throw new InvalidDataException("It holds more different names, or longer ones, than any delivery does.");
    }
}
