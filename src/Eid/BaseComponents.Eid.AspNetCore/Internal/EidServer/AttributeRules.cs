using BaseComponents.Eid.EidServer;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What is wrong with what is asked for.</summary>
internal static class AttributeRules
{
    public static IEnumerable<string> Failures(string section, EidServerOptions options)
    {
        var all = options.RequiredAttributes.Concat(options.OptionalAttributes).ToArray();
        foreach (var unknown in all.Where(name => !EidServerOperation.TryFind(name, out _)))
            yield return $"{section}: no attribute is named '{unknown}'. Name some of {string.Join(", ", EidServerOperation.Known)}.";
        foreach (var both in all.GroupBy(static name => name, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()))
            yield return $"{section}: {both.Key} is asked for twice. Name it in RequiredAttributes or in OptionalAttributes.";
        if (all.Length == 0)
            yield return $"{section}: nothing is asked for. Name attributes in RequiredAttributes.";
        if (Pair(section, all, EidServerOperation.AgeVerification, "MinimumAge", options.MinimumAge is not null) is { } age)
            yield return age;
        if (Pair(section, all, EidServerOperation.PlaceVerification, "CommunityId", options.CommunityId is not null) is { } place)
            yield return place;
        if (options.CommunityId is { } community && (community.Length is < 4 or > 15 || !community.All(char.IsAsciiDigit) || community[0] != '0'))
            yield return $"{section}:CommunityId: digits as in TR-03130, with the leading 0, such as 027614 for Saxony.";
    }

    private static string? Pair(string section, string[] all, EidServerOperation operation, string setting, bool isSet) => all.Contains(operation.Name, StringComparer.Ordinal) == isSet
        ? null
        : $"{section}: {operation} and {setting} go together: set both or neither.";
}
