namespace BaseComponents.Payments;

/// <summary>How the application shows the service who it is. XBezahldienste leaves it to the operators.</summary>
public enum PaymentAuthentication
{
    /// <summary>A TLS client certificate.</summary>
    ClientCertificate,

    /// <summary>An access token by OAuth 2.0 client credentials (RFC 6749 section 4.4); with a client certificate beside it where one is named.</summary>
    OAuth2,

    /// <summary>Name and password (RFC 7617); with a client certificate beside it where one is named.</summary>
    Basic,
}
