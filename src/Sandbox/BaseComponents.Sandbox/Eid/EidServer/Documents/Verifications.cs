using System.Globalization;

namespace BaseComponents.Sandbox.Eid.EidServer.Documents;

/// <summary>Questions that a chip answers by yes or no.</summary>
internal static class Verifications
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Whether the holder has completed that year of life; somebody of whom only the year is known, at its end.</summary>
    public static bool FulfilsAge(EidDocument document, int age, DateTimeOffset now) =>
        Born(document.Holder.Birthdate) is { } born && age <= DateOnly.MaxValue.Year - born.Year && born.AddYears(age) <= DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Berlin).DateTime);

    /// <summary>Whether the holder lives there: in a country, Land, district or municipality, by as much of the key as was asked for.</summary>
    public static bool FulfilsPlace(EidDocument document, string communityId) => document.CommunityId?.StartsWith(communityId, StringComparison.Ordinal) is true;

    private static DateOnly? Born(string? text) => text switch
    {
        { Length: 10 } => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Length: 4 } => new DateOnly(int.Parse(text, CultureInfo.InvariantCulture), 12, 31),
        _ => null,
    };
}
