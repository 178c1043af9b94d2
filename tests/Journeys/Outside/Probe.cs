using System.Net;

namespace BaseComponents.Tests.Journeys.Outside;

/// <summary>One answer as it came, with its body.</summary>
internal sealed record ProbeAnswer(string Method, Uri Address, HttpStatusCode Status, IReadOnlyDictionary<string, string[]> Headers, string Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    public bool IsPage => Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) ?? false;

    public IEnumerable<string> Cookies => Headers.TryGetValue("Set-Cookie", out var values) ? values : [];

    public override string ToString() => $"{Method} {Address.PathAndQuery} ({(int)Status})";
}

/// <summary>A stranger's program: follows nothing, keeps nothing, sends what it likes.</summary>
internal sealed class Probe(Uri service) : IDisposable
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    public Task<ProbeAnswer> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => SendAsync("GET", path, headers: headers);

    public async Task<ProbeAnswer> SendAsync(string method, string path, HttpContent? content = null, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(service, path)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
        return new ProbeAnswer(method, request.RequestUri!, response.StatusCode, all, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _client.Dispose();
}
