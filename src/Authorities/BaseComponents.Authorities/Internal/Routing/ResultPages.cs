using System.Text.Json;
using BaseComponents.Authorities.Wire.Routing;

namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>Fetches all parts of an answer.</summary>
internal sealed class ResultPages(RoutingApi api, RoutingLimits limits, int size, int most)
{
    /// <param name="question">Address of the first part, with its query.</param>
    /// <param name="name">Name of the list in each part.</param>
    /// <param name="read">Reads one of the list.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<IReadOnlyList<T>> AllAsync<T>(string question, string name, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        api.AskAsync<ResultPage<T>, IReadOnlyList<T>>(get => AllAsync(get, question, name, read), cancellationToken);

    private async Task<IReadOnlyList<T>> AllAsync<T>(Func<Uri, Func<JsonElement, ResultPage<T>>, Task<ResultPage<T>>> get, string question, string name, Func<JsonElement, T> read)
    {
        var all = new List<T>();
        while (true)
        {
            var page = await get(new Uri($"{question}&offset={all.Count}&limit={size}"), root => PageReader.Read(root, name, read)).ConfigureAwait(false);
            all.AddRange(page.Items);
            if (all.Count > most || page.TotalCount > most)
                throw RoutingFailures.TooMany(limits, most);
            if (all.Count >= page.TotalCount)
                return all;
            if (page.Items.Count == 0)
                throw new JsonException("A part is empty, though there are more.");
        }
    }
}
