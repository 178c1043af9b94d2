namespace BaseComponents.Authorities.Internal.Services;

/// <summary>What services have scored so far. It is used again for the next query, so that a query does not clear a place for every service.</summary>
internal sealed class Tally(int services)
{
    private readonly float[] _scores = new float[services];
    private readonly float[] _covered = new float[services];
    private readonly float[] _word = new float[services];
    private readonly List<int> _named = [];
    private readonly List<int> _ofWord = [];

    /// <summary>The services that have scored at all.</summary>
    public List<int> Named => _named;

    public float Score(int service) => _scores[service];

    /// <summary>The sum of the weights of the words that the service has.</summary>
    public float Covered(int service) => _covered[service];

    /// <summary>Counts one word: of all that it may mean, the best counts for a service.</summary>
    public void Add(ServiceIndex index, WordChoice word)
    {
        foreach (var (stem, likelihood) in word.Stems)
        {
            var weight = likelihood * Math.Min(index.Rarity(stem), word.Weight) / ServiceIndex.FullWeight;
            foreach (var entry in index.Entries(stem))
                Raise((int)(entry >> 8), weight * (entry & 0xFF));
        }

        foreach (var service in _ofWord)
        {
            if (_covered[service] == 0)
                _named.Add(service);
            _scores[service] += _word[service];
            _covered[service] += word.Weight;
            _word[service] = 0;
        }

        _ofWord.Clear();
    }

    public void Clear()
    {
        foreach (var service in _named)
            _scores[service] = _covered[service] = 0;
        _named.Clear();
    }

    private void Raise(int service, float score)
    {
        if (_word[service] == 0)
            _ofWord.Add(service);
        _word[service] = Math.Max(_word[service], score);
    }
}
