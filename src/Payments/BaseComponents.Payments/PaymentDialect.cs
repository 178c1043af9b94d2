namespace BaseComponents.Payments;

/// <summary>How the service speaks XBezahldienste. What the dialects change is known from one integrator's code; see <c>docs/standards.md</c>.</summary>
public enum PaymentDialect
{
    /// <summary>As the specification says.</summary>
    Standard,

    /// <summary>ePayBL: client certificate, nothing else.</summary>
    Epaybl,

    /// <summary>pmPayment (GovConnect): usually with OAuth 2.0.</summary>
    PmPayment,

    /// <summary>ePay21 (ekom21): usually with name and password; takes no data of the payer, and repeats the pay page's address after the payment has ended.</summary>
    Epay21,
}
