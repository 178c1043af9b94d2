namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Which payments are meant, and how to reach their service.</summary>
internal sealed record TreasurySettings
{
    public string? File { get; init; }

    public required string Database { get; init; }

    public string? Schema { get; init; }

    /// <summary>Null for all.</summary>
    public string? Registration { get; init; }

    /// <summary>The section of the payment service; null where nothing is decided.</summary>
    public string? Section { get; init; }

    /// <summary>The section of the account that transfers go to; null where no file of the bank is read.</summary>
    public string? Transfer { get; init; }

    public string? Epaybl { get; init; }
}
