namespace BaseComponents.Payments;

/// <summary>Whether the service can be used now.</summary>
/// <remarks>XBezahldienste 1.0.0, status: 200, 403, 503.</remarks>
public enum PaymentServiceStatus
{
    /// <summary>It says that it is there for this application.</summary>
    Available,

    /// <summary>It does not let this application in, or does not know the authority.</summary>
    Denied,

    /// <summary>It says that it is out of order, or does not answer.</summary>
    Unavailable,
}
