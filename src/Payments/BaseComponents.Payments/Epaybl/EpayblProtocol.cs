namespace BaseComponents.Payments.Epaybl;

/// <summary>Which of ePayBL's own interfaces is spoken.</summary>
public enum EpayblProtocol
{
    /// <summary>The REST connector.</summary>
    /// <remarks>German: ePayBL-Konnektor.</remarks>
    Rest,

    /// <summary>The older web service: SOAP 1.1, RPC/encoded.</summary>
    Soap,
}
