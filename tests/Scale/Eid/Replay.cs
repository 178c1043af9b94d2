namespace BaseComponents.Tests.Scale.Eid;

/// <summary>One valid answer, posted a hundred times at once over all nodes.</summary>
internal static class Replay
{
    public const int Posts = 100;

    /// <summary>How many of the posts logged somebody in.</summary>
    public static async Task<int> RunAsync(Cluster cluster)
    {
        var answer = await GenuineAnswer.GetAsync(cluster.Nodes[0]);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var start = new SemaphoreSlim(0);
        var posts = Enumerable.Range(0, Posts).Select(number => Task.Run(async () =>
        {
            await start.WaitAsync();
            var node = cluster.Nodes[number % cluster.Nodes.Count];
            using var response = await answer.PostAsync(client, node);
            return GenuineAnswer.IsAccepted(response) && await IsKnownAsync(client, node, GenuineAnswer.SessionOf(response)!);
        })).ToArray();
        start.Release(Posts);
        return (await Task.WhenAll(posts)).Count(isLoggedIn => isLoggedIn);
    }

    private static async Task<bool> IsKnownAsync(HttpClient client, Uri node, string session)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, "/me"));
        request.Headers.Add("Cookie", session);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync() is "logged in: High";
    }
}
