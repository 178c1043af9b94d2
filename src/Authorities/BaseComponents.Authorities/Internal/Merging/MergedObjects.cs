namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>Objects of one kind from all messages. Of each object the best operation so far is kept, and that of the message being read.</summary>
internal sealed class MergedObjects<T>(MessageLog messages)
    where T : class
{
    private readonly Dictionary<OfficeId, State> _states = [];

    public void Write(OfficeId id, T value, ulong hash, Standing standing) => Take(id, new Candidate(new Operation(standing, false, hash), value));

    public void Delete(OfficeId id, Standing standing) => Take(id, new Candidate(new Operation(standing, true, 0), null));

    /// <summary>What is left when all messages are read, in the order of the identifiers.</summary>
    public IEnumerable<(OfficeId Id, T Value, Standing Standing)> Remaining()
    {
        foreach (var (id, state) in _states.OrderBy(pair => pair.Key, Storage.OfficeIdOrder.Instance))
        {
            var best = Better(state.Best, state.Latest);
            if (best.Value is { } value)
                yield return (id, value, best.Operation.Standing);
        }
    }

    private void Take(OfficeId id, Candidate candidate)
    {
        if (!_states.TryGetValue(id, out var state))
            _states[id] = new State(null, candidate);
        else if (state.Latest.Operation.Standing.Message == candidate.Operation.Standing.Message)
            _states[id] = state with { Latest = candidate };
        else
            _states[id] = new State(Better(state.Best, state.Latest), candidate);
    }

    private Candidate Better(Candidate? best, Candidate latest) =>
        best is null || messages.Beats(latest.Operation, best.Operation) ? latest : best;

    private sealed record Candidate(Operation Operation, T? Value);

    private sealed record State(Candidate? Best, Candidate Latest);
}
