using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Wire.Bulk;
using BaseComponents.Shared.OAuth;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>What the requests of one registration share: its token, and when the service may be asked again.</summary>
internal sealed class BulkAccess(AccessTokens tokens, Pace pace) : IDisposable
{
    public AccessTokens Tokens => tokens;

    public Pace Pace => pace;

    public static string PageClient(string name) => $"BaseComponents.Authorities.Bulk:{name}";

    public static string TokenClient(string name) => $"BaseComponents.Authorities.Bulk:{name}:tokens";

    public static BulkAccess Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<BulkDeliveryOptions>>();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return new BulkAccess(
            new AccessTokens(() => Credentials(options.Get(name)), () => clients.CreateClient(TokenClient(name)), new BulkTokenFaults(), clock),
            new Pace(() => options.Get(name).LongestWait, clock));
    }

    public void Dispose() => tokens.Dispose();

    private static ClientCredentials Credentials(BulkDeliveryOptions options) =>
        new(options.ClientId, options.ClientSecret, options.TokenAddress!, options.Scope, options.SecretInBody);
}
