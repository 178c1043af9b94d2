using BaseComponents.Authorities.Internal.Services;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal;

/// <summary>Finds services by what people type: a key, or words. The index is made when it is first asked.</summary>
internal sealed class ServiceSearch
{
    private const int Most = 50;
    private const int LongestText = 200;
    private readonly PublicService[] _services;
    private readonly Lazy<ServiceRanking> _ranking;

    public ServiceSearch(IEnumerable<PublicService> services)
    {
        _services = [.. services.OrderBy(service => service.Name, StringComparer.Ordinal).ThenBy(service => service.Key)];
        _ranking = new(() => new ServiceRanking(new ServiceIndex(_services)));
    }

    public IReadOnlyList<PublicService> All => _services;

    public IReadOnlyList<PublicService> Find(string text)
    {
        if (text.Length > LongestText)
            return [];
        return LeikaKey.TryParse(text, out var key)
            ? [.. _services.Where(service => service.Key == key)]
            : _ranking.Value.Find(text, Most).ConvertAll(number => _services[number]);
    }
}
