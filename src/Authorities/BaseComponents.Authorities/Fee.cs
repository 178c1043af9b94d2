namespace BaseComponents.Authorities;

/// <summary>What a service costs.</summary>
/// <param name="Kind">Whether the amount is fixed, lies within bounds, or there is none to pay.</param>
/// <remarks>Kosten (modulKosten), KostenFix, KostenVariabel, KostenFrei.</remarks>
public sealed record Fee(FeeKind Kind)
{
    /// <summary>The amount in euro; only where it is fixed.</summary>
    /// <remarks>Betrag.</remarks>
    public decimal? Amount { get; init; }

    /// <summary>The lowest amount in euro; only where there are bounds.</summary>
    /// <remarks>Untergrenze.</remarks>
    public decimal? LowestAmount { get; init; }

    /// <summary>The highest amount in euro; only where there are bounds.</summary>
    /// <remarks>Obergrenze.</remarks>
    public decimal? HighestAmount { get; init; }

    /// <summary>Whether it is paid before anything is done; none where the delivery does not say.</summary>
    /// <remarks>Vorkasse.</remarks>
    public bool? IsAdvancePayment { get; init; }

    /// <summary>What it is taken for: a code, such as 001; none where the delivery does not say.</summary>
    /// <remarks>Kostentyp.</remarks>
    public string? Purpose { get; init; }

    /// <summary>The first day it is taken; none for an open beginning.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day it is taken; none for an open end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether there is something to pay.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDue => Kind is not FeeKind.Free && (Amount ?? HighestAmount ?? 1) > 0;
}
