namespace BaseComponents.Payments;

/// <summary>One thing that is wrong with an order or a transfer.</summary>
/// <param name="Field">The property, such as <c>Items[0].TotalNet</c>.</param>
/// <param name="Rule">Stable name of the broken rule.</param>
/// <param name="Message">What is wrong and what is right, in English and without the value, which may be personal.</param>
public sealed record PaymentFinding(string Field, PaymentRule Rule, string Message);

/// <summary>The rules an order or a transfer is checked by.</summary>
public enum PaymentRule
{
    /// <summary>A value is missing.</summary>
    Required,

    /// <summary>A text or list is too long, or a number out of range.</summary>
    Limit,

    /// <summary>A text has characters that the wire does not allow there.</summary>
    Pattern,

    /// <summary>Amounts do not add up.</summary>
    Sum,

    /// <summary>The same identifier stands twice.</summary>
    Unique,

    /// <summary>Two values stand beside each other that exclude each other.</summary>
    Exclusive,

    /// <summary>Check digits do not fit.</summary>
    CheckDigit,
}
