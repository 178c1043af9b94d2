namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>Buchungsliste as either interface reads it: everything may be missing, the rules say what must not.</summary>
internal sealed record EpayblList
{
    public string? TransactionNumber { get; init; }

    public string? Kassenzeichen { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public string? DunningKey { get; init; }

    public string? Bewirtschafter { get; init; }

    public string? CustomerNumber { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string?> Methods { get; init; } = [];

    public IReadOnlyList<EpayblLine> Bookings { get; init; } = [];

    public string? NotifyUrl { get; init; }

    public string? SuccessUrl { get; init; }

    public string? ErrorUrl { get; init; }

    public string? CancelUrl { get; init; }
}

/// <summary>Buchung.</summary>
internal sealed record EpayblLine(decimal? Amount, string? Text, string? BudgetItem, string? ObjectNumber);
