namespace BaseComponents.Payments.Epaybl;

/// <summary>How lists are written in SOAP.</summary>
public enum EpayblListStyle
{
    /// <summary>ePayBL 2.x: plain SOAP arrays; result texts stand beside each other.</summary>
    Version2,

    /// <summary>ePayBL 3.x: each list in a type of its own; result texts stand in one element.</summary>
    Version3,
}
