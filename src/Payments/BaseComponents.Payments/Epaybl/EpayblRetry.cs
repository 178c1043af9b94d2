namespace BaseComponents.Payments.Epaybl;

/// <summary>What may be done after a refusal.</summary>
public enum EpayblRetry
{
    /// <summary>Nothing until somebody has changed a setting.</summary>
    Never,

    /// <summary>The same again once the request or the payer's entries are corrected.</summary>
    AfterCorrection,

    /// <summary>Another way to pay.</summary>
    WithAnotherMethod,

    /// <summary>No new request: the pay page that exists is opened again.</summary>
    ResumePayPage,

    /// <summary>A look-up first; only its answer says whether anything may be sent again.</summary>
    LookUpFirst,
}
