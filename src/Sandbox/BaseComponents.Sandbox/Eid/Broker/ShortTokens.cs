using System.Collections.Concurrent;
using System.Security.Cryptography;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>
/// Gives short names to codes and pushed requests, as services with a database do. Without one OpenIddict packs all they stand for into
/// them, and addresses grow to several kilobytes.
/// </summary>
internal sealed class ShortTokens(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> _long = new(StringComparer.Ordinal);

    /// <summary>Runs when a token has been made.</summary>
    public ValueTask Shorten(GenerateTokenContext context)
    {
        if (context.TokenType is OpenIddictConstants.TokenTypeIdentifiers.Private.AuthorizationCode or OpenIddictConstants.TokenTypeIdentifiers.Private.RequestToken
            && context.Token is { } token)
            context.Token = Keep(token);
        return default;
    }

    /// <summary>Runs before a token is read. A name that is not known stays as it is, and is refused as a token.</summary>
    public ValueTask Lengthen(ValidateTokenContext context)
    {
        if (context.Token is { } name && _long.TryGetValue(name, out var kept))
            context.Token = kept.Token;
        return default;
    }

    private string Keep(string token)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, entry) in _long)
            if (entry.Until < now)
                _long.TryRemove(old, out _);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _long[name] = (token, now + Life);
        return name;
    }
}
