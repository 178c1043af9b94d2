namespace BaseComponents.Payments.Epaybl;

/// <summary>What kind of refusal a code is.</summary>
public enum EpayblErrorClass
{
    /// <summary>The code is not in the catalogue: nothing is known about what happened.</summary>
    Unknown,

    /// <summary>No refusal.</summary>
    None,

    /// <summary>Mandant, Bewirtschafter or their settings at the operator do not fit.</summary>
    Configuration,

    /// <summary>The client certificate is missing or not allowed for the Mandant.</summary>
    Certificate,

    /// <summary>A field breaks a rule.</summary>
    Validation,

    /// <summary>The customer's account at the service is in the wrong state.</summary>
    Customer,

    /// <summary>The way to pay is not available for this amount or office.</summary>
    Method,

    /// <summary>The Kassenzeichen exists and belongs to something else.</summary>
    Conflict,

    /// <summary>The Kassenzeichen exists, and its pay page is not finished.</summary>
    PayPageOpen,

    /// <summary>The transaction number exists: the request arrived before.</summary>
    Duplicate,

    /// <summary>Card, account or PIN of whoever pays.</summary>
    Payer,

    /// <summary>Something the request builds on is missing or used up.</summary>
    State,

    /// <summary>The SEPA mandate does not allow it.</summary>
    Mandate,

    /// <summary>The operator's number range is empty or wrongly set: an alarm, not a retry.</summary>
    NumberRange,

    /// <summary>An internal fault: whether the request took effect is not known.</summary>
    OutcomeUnknown,
}
