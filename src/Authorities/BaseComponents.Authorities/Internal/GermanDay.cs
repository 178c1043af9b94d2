namespace BaseComponents.Authorities.Internal;

/// <summary>The law counts days in German time, also on a server that stands elsewhere.</summary>
internal static class GermanDay
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Germany).DateTime);
}
