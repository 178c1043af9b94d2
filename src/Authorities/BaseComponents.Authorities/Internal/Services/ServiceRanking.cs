namespace BaseComponents.Authorities.Internal.Services;

/// <summary>Finds the services that fit a query best: the title itself first, then by how much of what was asked they have.</summary>
internal sealed class ServiceRanking(ServiceIndex index)
{
    private const int MostWords = 12;
    private const float WholeTitle = 100f;
    private const float SomeWords = 0.3f;
    private Tally? _free;

    /// <summary>The numbers of the services, the best first.</summary>
    public List<int> Find(string text, int most)
    {
        var words = StopWords.Without(SearchWords.Of(text, MostWords));
        var choices = new List<WordChoice>();
        for (var number = 0; number < words.Count; number++)
            choices.AddRange(WordChoice.Of(index, words[number], isLast: number == words.Count - 1));
        var tally = Interlocked.Exchange(ref _free, null) ?? new Tally(index.Count);
        foreach (var choice in choices)
            tally.Add(index, choice);
        var best = Best(tally, ServiceIndex.TitleMark(words), choices.Sum(choice => choice.Weight), most);
        tally.Clear();
        _free = tally;
        return best;
    }

    private List<int> Best(Tally tally, uint title, float weight, int most)
    {
        var best = new BestServices(most);
        foreach (var service in tally.Named)
        {
            var covered = tally.Covered(service) / weight;
            var score = tally.Score(service) * (SomeWords + ((1 - SomeWords) * covered * covered)) + (index.IsTitle(service, title) ? WholeTitle : 0);
            best.Offer(service, score);
        }

        return best.Services;
    }
}
