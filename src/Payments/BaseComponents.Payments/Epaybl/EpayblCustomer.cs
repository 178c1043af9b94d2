namespace BaseComponents.Payments.Epaybl;

/// <summary>The account of the payer at the service, used once. Sent, never stored and never written to a log.</summary>
/// <remarks>German: Kunde; temporärer Kunde.</remarks>
public sealed record EpayblCustomer
{
    /// <summary>The number, at most 100 characters; one that says nothing about the person.</summary>
    /// <remarks>German: EShopKundenNr, kundennummer.</remarks>
    public required string Number { get; init; }

    /// <summary>Family name or name of the organisation, 1 to 27 characters; shown on the pay page.</summary>
    public required string Name { get; init; }

    /// <summary>Given names, at most 27 characters.</summary>
    public string? FirstName { get; init; }

    /// <summary>Whether it is an organisation.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>Says nothing about the person: records print themselves into logs.</summary>
    public override string ToString() => nameof(EpayblCustomer);
}
