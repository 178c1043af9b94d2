namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Validities are the same where their intervals are.</summary>
internal sealed class DaysComparer : IEqualityComparer<DayInterval[]>, IComparer<DayInterval[]>
{
    public static readonly DaysComparer Instance = new();

    public bool Equals(DayInterval[]? x, DayInterval[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(DayInterval[] obj)
    {
        var hash = new HashCode();
        foreach (var interval in obj)
            hash.Add(interval);
        return hash.ToHashCode();
    }

    public int Compare(DayInterval[]? x, DayInterval[]? y)
    {
        for (var place = 0; place < Math.Min(x!.Length, y!.Length); place++)
        {
            var order = (x[place].From, x[place].To).CompareTo((y[place].From, y[place].To));
            if (order != 0)
                return order;
        }

        return x.Length.CompareTo(y.Length);
    }
}
