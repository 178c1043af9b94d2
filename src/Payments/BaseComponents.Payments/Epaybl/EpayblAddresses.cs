namespace BaseComponents.Payments.Epaybl;

/// <summary>Where the pay page leads to, and whom the service tells.</summary>
public sealed record EpayblAddresses
{
    /// <summary>Where the browser comes back to after paying. The return proves nothing.</summary>
    public required Uri Success { get; init; }

    /// <summary>After an abort.</summary>
    /// <value>null: as after paying</value>
    public Uri? Cancel { get; init; }

    /// <summary>After a failure; REST only.</summary>
    /// <value>null: as after an abort</value>
    public Uri? Error { get; init; }

    /// <summary>Where the service sends its notification; REST only.</summary>
    /// <value>null: no notification</value>
    public Uri? Notify { get; init; }

    /// <summary>Without addresses: they carry tokens, and records print themselves into logs.</summary>
    public override string ToString() => nameof(EpayblAddresses);
}
