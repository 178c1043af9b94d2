namespace BaseComponents.Authorities.Internal;

/// <summary>The days on which something holds: any of several intervals, both ends included; no interval means always.</summary>
internal sealed record Validity(IReadOnlyList<(DateOnly? From, DateOnly? To)> Intervals)
{
    public static readonly Validity Always = new([]);

    public bool Covers(DateOnly day) =>
        Intervals.Count == 0 || Intervals.Any(interval => !(day < interval.From) && !(day > interval.To));
}
