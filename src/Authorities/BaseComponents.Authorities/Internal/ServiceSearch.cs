using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds services whose name or synonyms hold every word.</summary>
internal sealed class ServiceSearch(IEnumerable<PublicService> services)
{
    private const int Most = 50;
    private const int LongestText = 200;

    private readonly (PublicService Service, string Full, string Bare)[] _entries =
    [
        .. services.OrderBy(service => service.Name, StringComparer.Ordinal).Select(service => (service, Folding.Full(Text(service)), Folding.Bare(Text(service)))),
    ];

    public IReadOnlyList<PublicService> All => [.. _entries.Select(entry => entry.Service)];

    public IReadOnlyList<PublicService> Find(string text)
    {
        if (text.Length > LongestText)
            return [];
        if (LeikaKey.TryParse(text, out var key))
            return [.. All.Where(service => service.Key == key)];
        var query = new SearchQuery(text);
        return query.IsEmpty
            ? []
            : [.. _entries
                .Where(entry => Holds(entry.Full, query.Full) || Holds(entry.Bare, query.Bare))
                .OrderByDescending(entry => entry.Full.StartsWith(query.Full, StringComparison.Ordinal))
                .Select(entry => entry.Service)
                .Take(Most)];
    }

    private static string Text(PublicService service) => string.Join(" ", [service.Name, .. service.Synonyms]);

    private static bool Holds(string text, string query) => query.Split(' ').All(word => text.Contains(word, StringComparison.Ordinal));
}
