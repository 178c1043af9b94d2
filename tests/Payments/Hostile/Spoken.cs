namespace BaseComponents.Tests.Payments.Hostile;

/// <summary>What a service speaks.</summary>
public enum Spoken
{
    XBezahldienste,
    EpayblRest,
    EpayblSoap,
}
