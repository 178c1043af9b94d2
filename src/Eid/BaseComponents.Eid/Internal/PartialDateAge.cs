namespace BaseComponents.Eid.Internal;

/// <summary>Ages where parts of the date of birth are unknown.</summary>
internal static class PartialDateAge
{
    public static bool? HasReached(PartialDate birth, int years, DateOnly on)
    {
        if (birth.Year is not { } year)
            return null;
        if (Reached(year, birth.Month ?? 12, birth.Day ?? 31, years, on))
            return true;
        return Reached(year, birth.Month ?? 1, birth.Day ?? 1, years, on) ? null : false;
    }

    private static bool Reached(int year, int month, int day, int years, DateOnly on)
    {
        var age = on.Year - year;
        return age > years || (age == years && (on.Month, on.Day).CompareTo((month, day)) >= 0);
    }
}
