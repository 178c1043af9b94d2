namespace BaseComponents.Payments.Epaybl;

/// <summary>The ways to pay, or why they are not told.</summary>
public abstract record EpayblMethods
{
    private EpayblMethods()
    {
    }

    /// <summary>What the office offers.</summary>
    /// <param name="Offers">Each way with its limits.</param>
    public sealed record Offered(IReadOnlyList<EpayblMethodOffer> Offers) : EpayblMethods;

    /// <summary>The protocol has no such question.</summary>
    /// <param name="Reason">Which protocol, and what to do instead.</param>
    public sealed record NotSupported(string Reason) : EpayblMethods;
}
