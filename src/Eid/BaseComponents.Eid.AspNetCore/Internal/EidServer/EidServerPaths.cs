using Microsoft.AspNetCore.Http;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The pages of one log-in.</summary>
internal enum EidServerPage
{
    None,
    Start,
    Launch,
    TcToken,
    Refresh,
    StatusScript,
}

/// <summary>Where the pages of one log-in lie. Addresses are made of the settings, never of what a request says.</summary>
internal sealed class EidServerPaths
{
    private readonly Uri _application;

    public EidServerPaths(string scheme, EidServerOptions options)
    {
        _application = options.PublicAddress!;
        Base = BaseOf(scheme, options);
        (Launch, TcToken, Refresh, StatusScript) = (Base + "/launch", Base + "/tctoken", Base + "/refresh", Base + "/status.js");
    }

    public string Base { get; }

    public string Launch { get; }

    public string TcToken { get; }

    public string Refresh { get; }

    public string StatusScript { get; }

    public static string BaseOf(string scheme, EidServerOptions options) => options.CallbackPath ?? $"/signin-{scheme.ToLowerInvariant()}";

    /// <summary>Which page a request is for. The whole path counts: an application below another path is reached by both together.</summary>
    public EidServerPage Of(HttpRequest request)
    {
        var path = request.PathBase + request.Path;
        if (!path.StartsWithSegments(Base, StringComparison.Ordinal, out var rest))
            return EidServerPage.None;
        return rest.Value switch
        {
            null or "" => EidServerPage.Start,
            "/launch" => EidServerPage.Launch,
            "/tctoken" => EidServerPage.TcToken,
            "/refresh" => EidServerPage.Refresh,
            "/status.js" => EidServerPage.StatusScript,
            _ => EidServerPage.None,
        };
    }

    /// <summary>The whole address of a page with its ticket, which needs no escape.</summary>
    public Uri Address(string path, string ticket) => new(_application, $"{path}?login={ticket}");
}
