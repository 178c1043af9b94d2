using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>The one application that the provider knows. Its secret is made once; it may return to any address on this machine.</summary>
internal sealed class BrokerClient
{
    public const string Id = "sandbox-client";

    public BrokerClient(SandboxState state) => Secret = Kept(state).Secret;

    public string Secret { get; }

    public bool HasSecret(string? secret) => secret is not null &&
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    public static bool MayReturnTo(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host is "localhost" or "127.0.0.1" or "[::1]"
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;

    private static KeptClient Kept(SandboxState state)
    {
        if (state.Read<KeptClient>("eid/client") is { } kept)
            return kept;
        var fresh = new KeptClient(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        state.Write("eid/client", fresh);
        return fresh;
    }

    private sealed record KeptClient(string Secret);
}
