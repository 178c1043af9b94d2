using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Scripted misbehaviour: a fault is armed for a number or a share of requests and taken by the service that plays it.</summary>
internal sealed class SandboxFaults
{
    public const int MaxTimes = 1000;
    public const int MaxMilliseconds = 600_000;

    private readonly ConcurrentDictionary<string, SandboxFault> _armed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FaultDice> _dice = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Faults that can be armed, with what each does (German, for the front page).</summary>
    public IReadOnlyDictionary<string, string> Known => _known;

    public IReadOnlyCollection<SandboxFault> Armed => [.. _armed.Values];

    public void Register(string name, string description) => _known[name] = description;

    /// <summary>Arms the fault, or says why it cannot be played.</summary>
    public bool TryArm(SandboxFault fault, [NotNullWhen(false)] out string? refusal)
    {
        refusal = Refusal(fault);
        if (refusal is not null)
            return false;
        _dice[fault.Name] = new FaultDice(fault.Seed);
        _armed[fault.Name] = fault;
        return true;
    }

    public void Clear() => _armed.Clear();

    /// <summary>The fault of that name if it is armed and hits this request; one of its uses is spent.</summary>
    public SandboxFault? Take(string name)
    {
        while (_armed.TryGetValue(name, out var fault))
        {
            if (fault.Share > 0)
                return _dice[name].Hits(fault.Share) ? fault : null;
            var spent = fault.Times > 1
                ? _armed.TryUpdate(name, fault with { Times = fault.Times - 1 }, fault)
                : _armed.TryRemove(new KeyValuePair<string, SandboxFault>(name, fault));
            if (spent)
                return fault;
        }

        return null;
    }

    private string? Refusal(SandboxFault fault) => fault switch
    {
        // Read from JSON, where a missing name is null.
        { Name: null or "" } => "The name of the fault is missing.",
        _ when !_known.ContainsKey(fault.Name) => $"No service knows the fault '{fault.Name}'. GET /_sandbox/faults lists those that exist.",
        { Times: < 1 or > MaxTimes } => $"times is a number from 1 to {MaxTimes}.",
        { Share: < 0 or > 100 } => "share is a number from 0 to 100.",
        { Milliseconds: < 0 or > MaxMilliseconds } => $"milliseconds is a number from 0 to {MaxMilliseconds}.",
        _ => null,
    };
}

/// <param name="Name">Such as <c>payments.create.delay-answer</c>.</param>
/// <param name="Times">How many requests it still hits, where it hits no share of them.</param>
/// <param name="Milliseconds">How long a delay lasts.</param>
/// <param name="Share">How many of a hundred requests it hits until it is lifted; 0 for those that <paramref name="Times"/> says.</param>
/// <param name="Seed">Begins the sequence that says which ones: the same seed hits the same ones.</param>
internal sealed record SandboxFault(string Name, int Times = 1, int Milliseconds = 0, int Share = 0, int Seed = 0);
