using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer.Faults;

/// <param name="Name">Behind that of the call, such as <c>unsigned</c>.</param>
/// <param name="Description">What it does (German, for the front page).</param>
/// <param name="Change">What becomes of an answer.</param>
internal sealed record AnswerFault<T>(string Name, string Description, Func<T, T> Change);

/// <summary>What answers of one kind can be told to do wrong.</summary>
internal sealed class AnswerFaults<T>
{
    private readonly SandboxFaults _armed;
    private readonly string _prefix;
    private readonly IReadOnlyList<AnswerFault<T>> _faults;

    /// <param name="armed">Where faults are armed.</param>
    /// <param name="prefix">Before the name of each.</param>
    /// <param name="call">What goes wrong (German, for the front page).</param>
    /// <param name="faults">What can go wrong.</param>
    public AnswerFaults(SandboxFaults armed, string prefix, string call, IEnumerable<AnswerFault<T>> faults)
    {
        (_armed, _prefix, _faults) = (armed, prefix, [.. faults]);
        foreach (var fault in _faults)
            armed.Register(prefix + fault.Name, $"{call}: {fault.Description}");
    }

    /// <summary>The answer with everything wrong that is armed just now.</summary>
    public T Apply(T answer) => _faults.Where(fault => _armed.Take(_prefix + fault.Name) is not null).Aggregate(answer, (current, fault) => fault.Change(current));
}
