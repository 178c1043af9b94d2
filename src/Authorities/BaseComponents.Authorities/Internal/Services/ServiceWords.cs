using BaseComponents.Authorities.Wire.Html;

namespace BaseComponents.Authorities.Internal.Services;

/// <summary>What is said of one service, in words: each stem with the weight of the best place it stands in.</summary>
internal sealed class ServiceWords
{
    private const int MostWords = 400;
    private const float Title = 3f;
    private const float Synonym = 2f;
    private const float Part = 0.5f;
    private const float LengthOfSynonym = 0.4f;

    private ServiceWords(List<string> title, List<string> synonyms)
    {
        TitleWords = title;
        SynonymWords = synonyms;
    }

    public List<string> TitleWords { get; }

    public List<string> SynonymWords { get; }

    /// <summary>How much is said of the service: a word weighs less among many.</summary>
    public float Length => TitleWords.Count + (LengthOfSynonym * SynonymWords.Count);

    public static ServiceWords Of(PublicService service) => new(
        StopWords.Without(SearchWords.Of(service.Name, MostWords)),
        [.. service.Synonyms.Concat(OtherNames(service)).SelectMany(synonym => StopWords.Without(SearchWords.Of(synonym, MostWords))).Distinct(StringComparer.Ordinal).Take(MostWords)]);

    public Dictionary<string, float> Weights(WordParts parts)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        Add(weights, TitleWords, Title, parts);
        Add(weights, SynonymWords, Synonym, parts);
        return weights;
    }

    // Its name in the catalogue, and its names in other languages.
    private static IEnumerable<string> OtherNames(PublicService service) => service.Texts
        .Where(text => text.Module == TextModule.CatalogueName || text.Module == TextModule.CitizensName)
        .Select(text => HtmlText.Plain(text.Text))
        .Where(name => name != service.Name);

    private static void Add(Dictionary<string, float> weights, List<string> words, float weight, WordParts parts)
    {
        foreach (var word in words)
        {
            Raise(weights, WordStem.Of(word).ToString(), weight);
            foreach (var part in parts.Split(word))
                Raise(weights, WordStem.Of(part).ToString(), weight * Part);
        }
    }

    private static void Raise(Dictionary<string, float> weights, string stem, float weight) =>
        weights[stem] = Math.Max(weight, weights.GetValueOrDefault(stem));
}
