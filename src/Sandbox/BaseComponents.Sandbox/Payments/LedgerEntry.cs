using BaseComponents.Sandbox.Payments.Epaybl;

namespace BaseComponents.Sandbox.Payments;

/// <summary>One payment as the service keeps it. The requestor is not kept: nobody needs the name after the answer.</summary>
internal sealed record LedgerEntry
{
    public required string OriginatorId { get; init; }

    public required string EndPointId { get; init; }

    public required string TransactionId { get; init; }

    public required WirePaymentRequest Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The button pressed on the pay page; null while nobody did.</summary>
    public PayChoice? Choice { get; init; }

    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>Kassenzeichen, given when the payer chose to pay; over ePayBL's own interfaces at once.</summary>
    public string? TransactionReference { get; init; }

    /// <summary>Set when it came over ePayBL's own interfaces: OriginatorId is then the Mandant, EndPointId the Bewirtschafter.</summary>
    public EpayblDetails? Epaybl { get; init; }

    public string RequestId => Request.RequestId!;

    public decimal Amount => Request.GrosAmount!.Value;

    /// <summary>Whether a button still counts. An aborted pay page of ePayBL can be opened again.</summary>
    public bool MayBeChosen => Choice is null || (Epaybl is not null && Choice is not PayChoice.Paid);
}

/// <summary>The buttons of the pay page.</summary>
internal enum PayChoice
{
    Paid,
    Failed,
    Canceled,
}
