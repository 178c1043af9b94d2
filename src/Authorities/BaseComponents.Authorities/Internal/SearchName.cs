namespace BaseComponents.Authorities.Internal;

/// <summary>The name of a municipality as it is searched: each language's name by itself, without what statistics adds.</summary>
internal sealed class SearchName
{
    private readonly string[] _full;
    private readonly string[] _bare;

    public SearchName(string officialName)
    {
        var names = officialName.Split(" / ").Select(part => part.Split(", ")[0]).ToArray();
        _full = [.. names.Select(Folding.Full)];
        _bare = [.. names.Select(Folding.Bare)];
    }

    /// <summary>How well the name fits, 0 best; null if it does not.</summary>
    public int? Rank(SearchQuery query)
    {
        var full = Best(_full, query.Full);
        var bare = Best(_bare, query.Bare);
        return full is null || bare is null ? full ?? bare : Math.Min(full.Value, bare.Value);
    }

    private static int? Best(string[] names, string query) => names.Min(name => Rank(name, query));

    private static int? Rank(string name, string query)
    {
        if (name == query)
            return 0;
        if (name.StartsWith(query + " ", StringComparison.Ordinal))
            return 1;
        if (name.StartsWith(query, StringComparison.Ordinal))
            return 2;
        return AllWordsFit(name.Split(' '), query.Split(' ')) ? 3 : null;
    }

    // Also the long form of what the official name abbreviates: "Neukirchen Erzgebirge" for "Neukirchen/Erzgeb.".
    private static bool AllWordsFit(string[] nameWords, string[] words) =>
        nameWords.Any(name => name.StartsWith(words[0], StringComparison.Ordinal))
        && words.Skip(1).All(word => nameWords.Any(name => name.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(name, StringComparison.Ordinal)));
}
