using System.Globalization;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>Single values of an answer, bounded. What is wrong is said by the name of the field, never by its value.</summary>
internal static class AnswerText
{
    private const decimal MaxAmount = 9_999_999_999_999.99m;

    public static string Required(string? text, int maxLength, string field, string? correlationId) =>
        Optional(text, maxLength, field, correlationId) ?? throw EpayblFaults.Unreadable($"it lacks {field}", correlationId);

    public static string? Optional(string? text, int maxLength, string field, string? correlationId) => text switch
    {
        null or "" => null,
        _ when text.Length > maxLength || text.Any(char.IsControl) => throw EpayblFaults.Unreadable($"its {field} is too long or has control characters", correlationId),
        _ => text,
    };

    public static decimal Amount(decimal amount, string field, string? correlationId) =>
        Math.Abs(amount) <= MaxAmount && amount == Math.Round(amount, 2) ? amount : throw EpayblFaults.Unreadable($"its {field} is no amount in whole cents", correlationId);

    public static decimal? Amount(string? text, string field, string? correlationId)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (string.IsNullOrEmpty(text))
            return null;
        return text.Length <= 40 && decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var amount)
            ? Amount(amount, field, correlationId)
            : throw EpayblFaults.Unreadable($"its {field} is no amount", correlationId);
    }
}
