namespace BaseComponents.Authorities.Internal;

/// <summary>The days on which something holds: any of several intervals, both ends included; no interval means always.</summary>
internal sealed record Validity(IReadOnlyList<(DateOnly? From, DateOnly? To)> Intervals)
{
    public static readonly Validity Always = new([]);

    private bool IsAlways => Intervals.Count == 0;

    public Validity Or(Validity other) => IsAlways || other.IsAlways ? Always : new Validity([.. Intervals, .. other.Intervals]);

    public bool Covers(DateOnly day) =>
        IsAlways || Intervals.Any(interval => !(day < interval.From) && !(day > interval.To));
}
