namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>
/// Validities as they lie in a snapshot: sorted intervals that neither touch nor overlap. An empty list means always, as in a delivery;
/// never is one interval that ends before it begins.
/// </summary>
internal static class Days
{
    public static readonly DayInterval[] Always = [];
    public static readonly DayInterval[] Never = [new(int.MaxValue, int.MinValue)];

    public static DayInterval[] Of(Validity validity) => validity.Intervals.Count == 0
        ? Always
        : Joined([.. validity.Intervals.Select(interval => new DayInterval(interval.From?.DayNumber ?? int.MinValue, interval.To?.DayNumber ?? int.MaxValue))]);

    public static Validity ToValidity(IReadOnlyList<DayInterval> days) => days.Count == 0
        ? Validity.Always
        : new Validity([.. days.Select(interval => (Day(interval.From), Day(interval.To)))]);

    public static DayInterval[] And(DayInterval[] one, DayInterval[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return one.Length == 0 ? other : one;
        var common = new List<DayInterval>();
        for (var (left, right) = (0, 0); left < one.Length && right < other.Length;)
        {
            var interval = new DayInterval(Math.Max(one[left].From, other[right].From), Math.Min(one[left].To, other[right].To));
            if (interval.From <= interval.To)
                common.Add(interval);
            _ = one[left].To < other[right].To ? left++ : right++;
        }

        return common.Count == 0 ? Never : [.. common];
    }

    public static DayInterval[] Or(DayInterval[] one, DayInterval[] other) => one.Length == 0 || other.Length == 0 ? Always : Joined([.. one, .. other]);

    private static DayInterval[] Joined(DayInterval[] intervals)
    {
        var joined = new List<DayInterval>();
        foreach (var next in intervals.Where(interval => interval.From <= interval.To).OrderBy(interval => interval.From))
        {
            if (joined.Count > 0 && next.From <= (long)joined[^1].To + 1)
                joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, next.To) };
            else
                joined.Add(next);
        }

        return joined switch
        {
            [] => Never,
            [{ From: int.MinValue, To: int.MaxValue }] => Always,
            _ => [.. joined],
        };
    }

    // Never has ends that are no days: it stays what it is, an interval that ends before it begins.
    private static DateOnly? Day(int number) => number switch
    {
        int.MinValue => DateOnly.MinValue,
        int.MaxValue => DateOnly.MaxValue,
        _ => DateOnly.FromDayNumber(number),
    };
}
