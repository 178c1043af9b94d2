namespace BaseComponents.Payments.Internal;

/// <summary>Collects findings. Messages name the rule, never the value: it may be a person's.</summary>
internal sealed class Findings
{
    private readonly List<PaymentFinding> _all = [];

    public IReadOnlyList<PaymentFinding> All => _all;

    public void Add(string field, PaymentRule rule, string message) => _all.Add(new PaymentFinding(field, rule, message));

    public void Text(string field, string? text, int maxLength, Func<string, bool> isAllowed, string allowed, bool required = false)
    {
        if (text is null && !required)
            return;
        if (string.IsNullOrWhiteSpace(text))
            Add(field, PaymentRule.Required, required ? "The value is missing." : "The value is empty; leave it out instead.");
        else if (!Length(field, text, maxLength) || isAllowed(text))
            return;
        else
            Add(field, PaymentRule.Pattern, $"The value has characters that are not allowed there. Allowed: {allowed}.");
    }

    public void WellFormed(string field, string? text)
    {
        if (text is not null && !WireText.IsWellFormed(text))
            Add(field, PaymentRule.Pattern, "The value holds half of a character (a surrogate that stands alone).");
    }

    public bool Length(string field, string? text, int maxLength)
    {
        if (text is null || text.Length <= maxLength)
            return true;
        Add(field, PaymentRule.Limit, $"The value has {text.Length} characters; at most {maxLength} are allowed.");
        return false;
    }
}
