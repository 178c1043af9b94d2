using System.Net;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Parser;

namespace DogLicence.Walkthrough;

/// <summary>As much of a browser as the way needs: cookies per host, redirects, forms. No scripts, as the pages have none.</summary>
public sealed class Browser : IDisposable
{
    private const int MostRedirects = 12;

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() };
    private readonly HttpMessageInvoker _client;

    /// <param name="anchor">The authority that has issued the certificates of what is visited; null: those that the machine trusts.</param>
    public Browser(X509Certificate2? anchor = null)
    {
        if (anchor is not null)
        {
            _handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { anchor } };
        }

        _client = new HttpMessageInvoker(_handler);
    }

    /// <summary>Every address that was asked for, in order.</summary>
    public IList<Uri> Trail { get; } = [];

    /// <summary>Changes an address before it is asked for, as an attacker at the wheel would.</summary>
    public Func<Uri, Uri>? Reroute { get; set; }

    /// <summary>Sees every answer with its text, redirects as well.</summary>
    public Action<Uri, HttpStatusCode, string>? Watch { get; set; }

    /// <summary>When the last answer said that one may come again.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>The page that is shown.</summary>
    public Shown Page { get; private set; } = Shown.Nothing;

    public Task<Shown> OpenAsync(Uri address, CancellationToken cancellationToken = default) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    public Task<Shown> FollowAsync(string linkText, CancellationToken cancellationToken = default) =>
        OpenAsync(Page.Link(linkText), cancellationToken);

    /// <summary>Presses a button: sends its form, with the values given and those it already has.</summary>
    public Task<Shown> PressAsync(string buttonText, IReadOnlyDictionary<string, string>? values = null, Upload? upload = null, CancellationToken cancellationToken = default) =>
        SendAsync(Submission.Of(Page, buttonText, values ?? new Dictionary<string, string>(), upload), cancellationToken);

    /// <summary>Fetches without leaving the page.</summary>
    public async Task<byte[]> DownloadAsync(Uri address, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await _client.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new WalkException($"{address.AbsolutePath} answered {(int)response.StatusCode}.");
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>What would be sent there as <c>Cookie</c>, to ask the same in another way.</summary>
    public string CookiesFor(Uri address) => _handler.CookieContainer.GetCookieHeader(address);

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    /// <summary>Sends any request and follows where it leads.</summary>
    public async Task<Shown> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < MostRedirects; i++)
        {
            var address = request.RequestUri = Reroute?.Invoke(request.RequestUri!) ?? request.RequestUri!;
            Trail.Add(address);
            using var response = await _client.SendAsync(request, cancellationToken);
            request.Dispose();
            Keep(address, response);
            RetryAfter = response.Headers.RetryAfter?.Delta;
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            Watch?.Invoke(address, response.StatusCode, text);
            if (response.Headers.Location is not { } target)
                return Page = new Shown(address, response.StatusCode, await new HtmlParser().ParseDocumentAsync(text, cancellationToken));
            request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, target));
        }

        throw new WalkException($"More than {MostRedirects} redirects in a row.");
    }

    // Browsers take this machine for secure and send such cookies over http as well; the framework's jar would keep them to itself.
    private void Keep(Uri address, HttpResponseMessage response)
    {
        if (address.Scheme != Uri.UriSchemeHttp || !address.IsLoopback || !response.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
            _handler.CookieContainer.SetCookies(address, line.Replace("; secure", "", StringComparison.OrdinalIgnoreCase));
    }
}
