namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>Objects of one kind from all messages. Of each object the best operation so far is kept, and that of the message being read.</summary>
internal sealed class MergedObjects<T>(MessageLog messages)
    where T : class
{
    private readonly Dictionary<OfficeId, State> _states = [];

    public void Write(OfficeId id, T value, ulong hash, Standing standing) => Take(id, new Candidate(new Operation(standing, false, hash), value));

    public void Delete(OfficeId id, Standing standing) => Take(id, new Candidate(new Operation(standing, true, 0), null));

    /// <summary>What is left when all messages are read, in the order of the identifiers.</summary>
    /// <returns>With each object where the write that counts stands; where messages of the same age write the same, all of these places, since none of them is before the others.</returns>
    public IEnumerable<(OfficeId Id, T Value, IReadOnlyList<Standing> Standings)> Remaining()
    {
        foreach (var (id, state) in _states.OrderBy(pair => pair.Key, Storage.OfficeIdOrder.Instance))
        {
            var best = Better(state.Best, state.Latest);
            if (best.Value is { } value)
                yield return (id, value, [.. best.Standings]);
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

    private Candidate Better(Candidate? best, Candidate latest)
    {
        if (best is null || messages.Beats(latest.Operation, best.Operation))
            return latest;
        return messages.Beats(best.Operation, latest.Operation) ? best : best with { Same = latest with { Same = best.Same } };
    }

    private sealed record Candidate(Operation Operation, T? Value, Candidate? Same = null)
    {
        public IEnumerable<Standing> Standings
        {
            get
            {
                for (var one = this; one is not null; one = one.Same)
                    yield return one.Operation.Standing;
            }
        }
    }

    private sealed record State(Candidate? Best, Candidate Latest);
}
