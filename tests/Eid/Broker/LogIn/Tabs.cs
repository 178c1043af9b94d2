using System.Net;

namespace BaseComponents.Tests.Eid.Broker.LogIn;

/// <summary>A browser: its tabs share the cookies, and each redirect is followed by the test.</summary>
internal sealed class Tabs(BrokerTown town)
{
    private readonly HttpClient _client = town.Client;

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public static string Citizen(int number) => $"BÜRGER {number} High person-{number}";

    /// <summary>Begins a log-in; where the broker's page is.</summary>
    public async Task<string> BeginAsync(string returnUrl = "/me") => (await GoAsync("/login?returnUrl=" + Uri.EscapeDataString(returnUrl))).Location!;

    public async Task<(string? Location, string Text)> GoAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(BrokerTown.Host), address));
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
        if (answer.Headers.TryGetValues("Set-Cookie", out var lines))
            foreach (var line in lines)
                Keep(line);
        return (answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> WhoAsync() => (await GoAsync("/me")).Text;

    private void Keep(string line)
    {
        var name = line[..line.IndexOf('=', StringComparison.Ordinal)];
        var value = line[(name.Length + 1)..line.IndexOf(';', StringComparison.Ordinal)];
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }
}
