namespace BaseComponents.Authorities.Internal;

/// <summary>The law counts days in German time, also on a server that stands elsewhere.</summary>
internal static class GermanDay
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Germany).DateTime);

    /// <summary>Midnight at which the day begins; summer time never changes at midnight.</summary>
    public static DateTimeOffset BeginOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Germany.GetUtcOffset(midnight));
    }
}
