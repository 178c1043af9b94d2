using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>Reads what the broker signs: bounded, opened where it is encrypted, and never without a signature by a published key.</summary>
internal sealed class BrokerTokens(EidBrokerOptions broker, BrokerKeys keys, BaseConfigurationManager discovery)
{
    public const int Longest = 64 * 1024;

    private const int SignedDots = 2;
    private const int EncryptedDots = 4;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest };

    private readonly IReadOnlyList<string> _algorithms = IdTokenRules.Algorithms(broker);

    // One for all tokens: the handler reads it and changes nothing.
    private readonly TokenValidationParameters _demands = new()
    {
        ConfigurationManager = discovery,
        ValidAudience = broker.ClientId,
        ValidAlgorithms = IdTokenRules.Algorithms(broker),
        ValidateIssuerSigningKey = true,
        ValidateLifetime = false,
        TryAllIssuerSigningKeys = true,
    };

    // A broker writes one header until its key changes.
    private TokenHeader? _last;

    /// <summary>The signed token, out of the encrypted one where there is one. Its signature is not checked yet.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="mustBeEncrypted">Whether one that is not is refused.</param>
    /// <param name="types">What it may call itself; null for nothing.</param>
    /// <exception cref="LoginFailure">It is not acceptable.</exception>
    public string Open(string token, bool mustBeEncrypted, params ReadOnlySpan<string> types)
    {
        if (token.Length is 0 or > Longest)
            throw Failure("token-missing-or-too-long");
        var signed = Dots(token) switch
        {
            EncryptedDots => TokenDecryptor.Decrypt(token, keys.Decrypting),
            _ when mustBeEncrypted => throw Failure("token-not-encrypted"),
            _ => token,
        };
        // Data in a token that is encrypted and not signed within could come from anybody: the key for it is public.
        if (Dots(signed) != SignedDots || signed.EndsWith('.'))
            throw Failure("token-not-signed");
        CheckHeader(Header(signed.AsSpan(0, signed.IndexOf('.', StringComparison.Ordinal))), types);
        return signed;
    }

    /// <summary>The payload of a token of this broker for this application. Its times are for the caller to check.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public async Task<JsonElement> ReadAsync(string signed)
    {
        var result = await Handler.ValidateTokenAsync(signed, _demands).ConfigureAwait(false);
        if (!result.IsValid)
            throw result.Exception;
        var payload = TokenHeader.Parse(Payload(signed));
        return payload.ValueKind is JsonValueKind.Object ? payload : throw Failure("token-unreadable");
    }

    private TokenHeader Header(ReadOnlySpan<char> part) =>
        _last is { } last && part.SequenceEqual(last.Part) ? last : _last = TokenHeader.Read(part);

    private void CheckHeader(TokenHeader header, ReadOnlySpan<string> types)
    {
        if (header.Algorithm is null || !_algorithms.Contains(header.Algorithm, StringComparer.Ordinal))
            throw Failure("token-algorithm-refused");
        if (header.Type is null)
            return;
        foreach (var type in types)
            if (string.Equals(header.Type, type, StringComparison.OrdinalIgnoreCase) || string.Equals(header.Type, "application/" + type, StringComparison.OrdinalIgnoreCase))
                return;
        throw Failure("token-type-refused");
    }

    private static ReadOnlySpan<char> Payload(string signed) => signed.AsSpan((signed.IndexOf('.', StringComparison.Ordinal) + 1)..signed.LastIndexOf('.'));

    private static int Dots(string token) => token.AsSpan().Count('.');

    private static LoginFailure Failure(string reason) => new(EidLoginOutcome.Rejected, reason);
}
