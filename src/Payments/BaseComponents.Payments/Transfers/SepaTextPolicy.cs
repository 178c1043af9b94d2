namespace BaseComponents.Payments.Transfers;

/// <summary>What <see cref="SepaText"/> may do to a text. Nothing is left to chance: without a <see cref="Replacement"/> a sign that has no equivalent is refused.</summary>
public sealed record SepaTextPolicy
{
    /// <summary>Umlauts written out; what has no equivalent is refused; nothing is shortened.</summary>
    public static SepaTextPolicy Strict { get; } = new();

    /// <summary>How umlauts are written.</summary>
    /// <value><see cref="UmlautWriting.WrittenOut"/></value>
    public UmlautWriting Umlauts { get; init; }

    /// <summary>What stands for a sign without equivalent: a text of the SEPA character set such as <c>.</c>, or an empty one to leave it out.</summary>
    /// <value>null: such a text is refused</value>
    public string? Replacement { get; init; }

    /// <summary>Where the text is shortened: after a whole word where that costs less than half of it, otherwise after a whole character.</summary>
    /// <value>null: nowhere</value>
    public int? MaxLength { get; init; }
}
