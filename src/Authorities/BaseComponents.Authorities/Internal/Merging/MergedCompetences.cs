using BaseComponents.Authorities.Internal.Storage;
using BaseComponents.Authorities.Wire;

namespace BaseComponents.Authorities.Internal.Merging;

/// <summary>
/// The competences of all messages. They are kept in buckets by identity, so that sorting them one bucket after the other needs no second
/// copy of everything.
/// </summary>
internal sealed class MergedCompetences(MessageLog messages)
{
    private const int Buckets = 256;
    private readonly List<CompetenceOperation>[] _buckets = [.. Enumerable.Range(0, Buckets).Select(_ => new List<CompetenceOperation>())];
    private readonly Hashes _hashes = new();

    public References<OfficeId> Identifiers { get; } = new();

    public References<DayInterval[]> Validities { get; } = new(DaysComparer.Instance);

    public References<OfficeRole> Roles { get; } = new();

    private References<Guid> Destinations { get; } = new();

    /// <summary>Of a holder with all that stands within it: of two writes that differ in a competence only, the same one must win in any order.</summary>
    public ulong HashOfHolder(ReadOnlySpan<byte> record, DayInterval[] days, IReadOnlyList<XzufiCompetence> competences)
    {
        var inner = competences.Select(competence => (competence.Id, Content: HashOf(competence, Days.Of(competence.Validity)))).ToArray();
        _hashes.Add(record);
        AddDays(days);
        foreach (var (id, content) in inner)
            _hashes.Add(id is { } known ? [known] : []).Add(content.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        return (ulong)(_hashes.Take() >> 64);
    }

    public void Delete(OfficeId id, Standing standing) => Add(new CompetenceOperation { Identity = IdentityOf(id), Standing = standing, Flags = CompetenceFlags.Deletion });

    /// <param name="competence">What is written.</param>
    /// <param name="days">When it holds.</param>
    /// <param name="isInner">Whether it stands within its unit.</param>
    /// <param name="standing">Where; of an inner one, where its unit stands.</param>
    public void Write(XzufiCompetence competence, DayInterval[] days, bool isInner, Standing standing)
    {
        var hash = HashOf(competence, days);
        var operation = new CompetenceOperation
        {
            // One without identifier is deleted with its unit only: it is known by what it says.
            Identity = competence.Id is { } id ? IdentityOf(id) : hash,
            Hash = (ulong)(hash >> 64),
            Standing = standing,
            Unit = Identifiers.NumberOf(competence.Unit),
            Validity = Validities.NumberOf(days),
            Role = Roles.NumberOf(competence.Role),
            Destination = competence.Destination is { } destination ? Destinations.NumberOf(destination) + 1 : 0,
            Flags = FlagsOf(competence, isInner) | CompetenceFlags.First,
        };
        foreach (var service in competence.Services)
        {
            operation = operation with { Service = Identifiers.NumberOf(service), Flags = operation.Flags | CompetenceFlags.FirstOfService };
            foreach (var area in competence.Areas)
            {
                Add(operation with { Area = Identifiers.NumberOf(area) });
                operation = operation with { Flags = operation.Flags & ~(CompetenceFlags.First | CompetenceFlags.FirstOfService) };
            }
        }
    }

    /// <summary>What is left when all messages are read. The operations are used up.</summary>
    /// <param name="standsInHolder">Whether one within a unit stands in a write of it that counts; not so where the unit is deleted or never came.</param>
    public IEnumerable<CompetenceOperation> Remaining(Func<CompetenceOperation, bool> standsInHolder)
    {
        foreach (var bucket in _buckets)
        {
            bucket.RemoveAll(operation => operation.Is(CompetenceFlags.Inner) && !standsInHolder(operation));
            bucket.Sort(static (one, other) => one.Identity.CompareTo(other.Identity));
            for (var start = 0; start < bucket.Count;)
            {
                var end = start + 1;
                while (end < bucket.Count && bucket[end].Identity == bucket[start].Identity)
                    end++;
                // Nearly all stand alone.
                if (end > start + 1)
                {
                    foreach (var operation in Winners(bucket, start, end))
                        yield return operation;
                }
                else if (!bucket[start].Is(CompetenceFlags.Deletion))
                {
                    yield return bucket[start];
                }

                start = end;
            }

            bucket.Clear();
            bucket.TrimExcess();
        }
    }

    /// <summary>Where its applications go; <see cref="Guid.Empty"/> where what is named does not count.</summary>
    public Guid? DestinationOf(CompetenceOperation operation) =>
        operation.Destination > 0 ? Destinations[operation.Destination - 1] : operation.Is(CompetenceFlags.IdleDestination) ? Guid.Empty : null;

    // Some editors number competences anew within each unit: those of different units do not compete. A deletion meets all of them.
    private List<CompetenceOperation> Winners(List<CompetenceOperation> bucket, int start, int end)
    {
        var group = bucket[start..end];
        var deletions = group.FindAll(operation => operation.Is(CompetenceFlags.Deletion));
        var winners = new List<CompetenceOperation>();
        foreach (var writes in group.Where(operation => !operation.Is(CompetenceFlags.Deletion)).GroupBy(operation => operation.Is(CompetenceFlags.Inner) ? operation.Unit : -1))
        {
            var best = Best([.. deletions, .. writes]);
            if (!best.IsDeletion)
                winners.AddRange(writes.Where(operation => operation.Standing == best.Standing));
        }

        return winners;
    }

    // The last operation of each message, and of those the best.
    private Operation Best(List<CompetenceOperation> group)
    {
        var latest = new Dictionary<int, Operation>();
        foreach (var operation in group)
        {
            var candidate = new Operation(operation.Standing, operation.Is(CompetenceFlags.Deletion), operation.Hash);
            if (!latest.TryGetValue(candidate.Standing.Message, out var before) || IsLater(candidate, before))
                latest[candidate.Standing.Message] = candidate;
        }

        return latest.Values.Aggregate((one, other) => messages.Beats(other, one) ? other : one);
    }

    private static bool IsLater(Operation one, Operation other) =>
        (one.Standing.Sequence, other.Hash).CompareTo((other.Standing.Sequence, one.Hash)) > 0;

    private static CompetenceFlags FlagsOf(XzufiCompetence competence, bool isInner) =>
        (isInner ? CompetenceFlags.Inner : 0)
        | (competence.IsAdvisory ? CompetenceFlags.Advisory : 0)
        | (competence.IsOfOnlineService ? CompetenceFlags.OnlineService : 0)
        | (competence.HasIdleDestination ? CompetenceFlags.IdleDestination : 0);

    private void Add(CompetenceOperation operation) => _buckets[(int)(operation.Identity >> 120)].Add(operation);

    private UInt128 IdentityOf(OfficeId id) => _hashes.Add("id").Add(id).Take();

    private UInt128 HashOf(XzufiCompetence competence, DayInterval[] days)
    {
        _hashes.Add("content").Add(competence.Unit).Add(competence.Services).Add(competence.Areas).Add(competence.Role.Code).Add(competence.IsAdvisory ? 1 : 0);
        _hashes.Add(competence.IsOfOnlineService ? 1 : 0).Add(competence.HasIdleDestination ? 1 : 0).Add(competence.Destination?.ToString() ?? "");
        AddDays(days);
        return _hashes.Take();
    }

    private void AddDays(DayInterval[] days)
    {
        foreach (var interval in days)
            _hashes.Add(interval.From).Add(interval.To);
    }
}
