namespace BaseComponents.Authorities.Internal.Services;

/// <summary>Keeps the best of many, in order. Few of those offered are good enough, and those that are not cost one comparison.</summary>
/// <param name="most">How many are kept; at least one.</param>
internal sealed class BestServices(int most)
{
    private readonly List<float> _scores = new(most + 1);

    /// <summary>The best first; of equally good ones the lower number.</summary>
    public List<int> Services { get; } = new(most + 1);

    public void Offer(int service, float score)
    {
        if (_scores.Count == most && (score < _scores[^1] || (score == _scores[^1] && service > Services[^1])))
            return;
        var place = _scores.Count;
        while (place > 0 && (score > _scores[place - 1] || (score == _scores[place - 1] && service < Services[place - 1])))
            place--;
        _scores.Insert(place, score);
        Services.Insert(place, service);
        if (_scores.Count <= most)
            return;
        _scores.RemoveAt(most);
        Services.RemoveAt(most);
    }
}
