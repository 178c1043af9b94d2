namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>What a payment that came over ePayBL's own interfaces has beside the others.</summary>
internal sealed record EpayblDetails
{
    public required string CustomerNumber { get; init; }

    public required IReadOnlyList<string> Methods { get; init; }

    public string? NotifyUrl { get; init; }

    public string? ErrorUrl { get; init; }

    public string? CancelUrl { get; init; }
}
