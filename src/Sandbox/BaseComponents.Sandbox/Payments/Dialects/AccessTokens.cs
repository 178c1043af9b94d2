using System.Collections.Concurrent;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>The tokens that are out. They end with their time, with the fault that revokes them, and with the process.</summary>
internal sealed class AccessTokens(SandboxContext sandbox)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    public string Issue()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        // Ends before the time that it is given out for, as happens where clocks differ.
        var lifetime = sandbox.Faults.Take(DialectFaults.TokenEndsEarly) is { } early ? TimeSpan.FromMilliseconds(early.Milliseconds) : Lifetime;
        if (_ends.Count >= Most)
            _ends.Clear();
        _ends[token] = sandbox.Clock.GetUtcNow() + lifetime;
        return token;
    }

    public bool IsValid(string token)
    {
        if (sandbox.Faults.Take(DialectFaults.TokenRevoked) is not null)
            _ends.Clear();
        return _ends.TryGetValue(token, out var end) && sandbox.Clock.GetUtcNow() < end;
    }
}
