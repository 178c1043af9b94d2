namespace BaseComponents.Payments.Epaybl;

/// <summary>A way to pay that the receiving office offers, with its limits.</summary>
/// <param name="Method">The way to pay.</param>
/// <param name="Minimum">The smallest amount, where there is one.</param>
/// <param name="Maximum">The largest amount, where there is one.</param>
/// <param name="Provider">Who carries it out, in the operator's words.</param>
public sealed record EpayblMethodOffer(EpayblPaymentMethod Method, Euro? Minimum, Euro? Maximum, string? Provider)
{
    /// <summary>Whether an amount lies within the limits.</summary>
    public bool Allows(Euro amount) => !(amount < Minimum) && !(amount > Maximum);
}
