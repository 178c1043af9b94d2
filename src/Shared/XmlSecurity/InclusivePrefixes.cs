using System.Xml;

namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The PrefixList of InclusiveNamespaces: prefixes that are written wherever they are in scope, used or not.</summary>
internal sealed class InclusivePrefixes
{
    private const int Most = 32;
    private readonly string[] _prefixes;

    public InclusivePrefixes(string? list)
    {
        _prefixes = [.. (list ?? "").Split(' ', '\t', '\n', '\r').Where(prefix => prefix.Length > 0).Select(prefix => prefix == "#default" ? "" : prefix).Distinct(StringComparer.Ordinal)];
        if (_prefixes.Length > Most)
            throw new XmlRefusedException("canonical-too-many-prefixes");
    }

    public bool IsEmpty => _prefixes.Length == 0;

    public IEnumerable<(string Prefix, string Uri)> InScopeOf(XmlElement element)
    {
        foreach (var prefix in _prefixes)
        {
            var uri = element.GetNamespaceOfPrefix(prefix);
            if (prefix.Length == 0 || uri.Length > 0)
                yield return (prefix, uri);
        }
    }
}
