using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Routing;

/// <summary>What the routing service is asked, read strictly: it refuses what its interface does not describe.</summary>
internal static class RoutingQuestion
{
    private const int LargestPage = 500;
    private const int UsualPage = 100;
    private const int MostExpressions = 10;
    private static readonly string[] _selectors = ["ags", "ars", "areaId"];

    /// <summary>Service and area as a region key, or what is wrong with the question.</summary>
    public static (string Service, string? Area, string? Problem) Route(IQueryCollection query)
    {
        var service = query["leikaKey"].ToString();
        if (service.Length != 14 || !service.StartsWith("99", StringComparison.Ordinal) || !IsNumber(service))
            return ("", null, "leikaKey: 14 digits that begin with 99.");
        string[] selectors = [.. _selectors.Where(query.ContainsKey)];
        if (selectors is not [var selector] || query[selector] is not [{ Length: > 0 } key] || !IsNumber(key))
            return ("", null, "Exactly one of ags, ars and areaId.");
        return selector switch
        {
            "ars" when key.Length is 2 or 3 or 5 or 9 or 12 => (service, key, null),
            "ags" when key.Length is 2 or 3 or 5 or 8 => (service, RoutingPlaces.KeyOfMunicipality(key), null),
            "areaId" => (service, RoutingPlaces.KeyOfNumber(key), null),
            _ => ("", null, $"{selector} has another number of digits."),
        };
    }

    /// <summary>The expressions, or what is wrong with them.</summary>
    public static (IReadOnlyList<string> Expressions, string? Problem) Areas(IQueryCollection query)
    {
        string[] expressions = [.. query["areaSearchexpression"].OfType<string>()];
        var isRight = expressions.Length is >= 1 and <= MostExpressions && expressions.All(static text => text.Split('*').All(static part => part.Length is 0 or >= 2) && text.Trim('*').Length > 0);
        return isRight ? (expressions, null) : ([], "areaSearchexpression: one to ten expressions of at least two characters.");
    }

    /// <summary>Which part of the results is wanted, or what is wrong with that.</summary>
    public static (int Offset, int Limit, string? Problem) Page(IQueryCollection query)
    {
        var (offset, limit) = (0, UsualPage);
        var isRight = (!query.ContainsKey("offset") || int.TryParse(query["offset"], out offset)) && (!query.ContainsKey("limit") || int.TryParse(query["limit"], out limit));
        return isRight && offset >= 0 && limit is >= 1 and <= LargestPage ? (offset, limit, null) : (0, 0, "offset from 0, limit from 1 to 500.");
    }

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit);
}
