namespace BaseComponents.Authorities.Internal.Routing;

/// <summary>What areas are searched by.</summary>
internal static class SearchExpression
{
    private const int Most = 10;
    private const int Longest = 100;

    /// <summary>The expressions as a query.</summary>
    /// <exception cref="ArgumentException">There is none, there are too many, or one has not the form that the service takes.</exception>
    public static string Query(IReadOnlyCollection<string> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        if (expressions.Count is < 1 or > Most)
            throw new ArgumentException($"One to {Most} expressions are searched for.", nameof(expressions));
        if (!expressions.All(IsOne))
            throw new ArgumentException($"An expression has 2 to {Longest} characters without control characters; * stands at its ends or between two parts of at least two characters.", nameof(expressions));
        return string.Join('&', expressions.Select(static expression => $"areaSearchexpression={Uri.EscapeDataString(expression)}"));
    }

    private static bool IsOne(string? expression) =>
        expression is { Length: >= 2 and <= Longest } && expression.Trim().Length == expression.Length && !expression.Any(char.IsControl)
            && expression.AsSpan().IndexOf("**") < 0 && expression.Trim('*').Split('*').All(static part => part.Length >= 2) && IsText(expression);

    // Half a character cannot be sent.
    private static bool IsText(string expression) => expression.EnumerateRunes().All(static rune => rune != System.Text.Rune.ReplacementChar);
}
