using System.Collections.Concurrent;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Scripted misbehaviour: a fault is armed for a number of requests and taken by the service that plays it.</summary>
internal sealed class SandboxFaults
{
    private readonly ConcurrentDictionary<string, SandboxFault> _armed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Faults that can be armed, with what each does (German, for the front page).</summary>
    public IReadOnlyDictionary<string, string> Known => _known;

    public IReadOnlyCollection<SandboxFault> Armed => [.. _armed.Values];

    public void Register(string name, string description) => _known[name] = description;

    /// <summary>Arms a known fault; false when no service knows that name.</summary>
    public bool TryArm(SandboxFault fault)
    {
        if (!_known.ContainsKey(fault.Name))
            return false;
        _armed[fault.Name] = fault;
        return true;
    }

    public void Clear() => _armed.Clear();

    /// <summary>The fault of that name if it is armed; one of its uses is spent.</summary>
    public SandboxFault? Take(string name)
    {
        while (_armed.TryGetValue(name, out var fault))
        {
            var spent = fault.Times > 1
                ? _armed.TryUpdate(name, fault with { Times = fault.Times - 1 }, fault)
                : _armed.TryRemove(new KeyValuePair<string, SandboxFault>(name, fault));
            if (spent)
                return fault;
        }

        return null;
    }
}

/// <param name="Name">Such as <c>payments.create.delay-answer</c>.</param>
/// <param name="Times">How many requests it still hits.</param>
/// <param name="Milliseconds">How long a delay lasts.</param>
internal sealed record SandboxFault(string Name, int Times = 1, int Milliseconds = 0);
