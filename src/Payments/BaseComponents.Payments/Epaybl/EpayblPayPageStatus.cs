namespace BaseComponents.Payments.Epaybl;

/// <summary>Where a pay page stands. An open set of which integrators know one value.</summary>
/// <remarks>German: paypageStatus.</remarks>
/// <param name="Value">The text of the wire.</param>
public readonly record struct EpayblPayPageStatus(string Value)
{
    /// <summary>The payer has finished there.</summary>
    public static EpayblPayPageStatus Finished { get; } = new("INAKTIV");

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Value ?? "";
}
