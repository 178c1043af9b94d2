namespace BaseComponents.Payments;

/// <summary>How a registration is doing: for monitoring, and for the page an operator looks at first.</summary>
public sealed record PaymentHealth
{
    /// <summary>Whether the service can be used now.</summary>
    public required PaymentServiceStatus ServiceStatus { get; init; }

    /// <summary>What is wrong with the client certificate or the credentials; null when nothing is.</summary>
    public string? AccessProblem { get; init; }

    /// <summary>When the client certificate ends; null when none is used.</summary>
    public DateTimeOffset? CertificateEnds { get; init; }

    /// <summary>Payments that wait for a person: outcome unknown, paid late, paid twice, or with a contradiction.</summary>
    public required int Unresolved { get; init; }

    /// <summary>Since when the first of them has not changed; null when there are none.</summary>
    public DateTimeOffset? UnresolvedSince { get; init; }

    /// <summary>How far the service's clock is ahead of ours, by the date of its answer; null when it did not answer or names no date.</summary>
    public TimeSpan? ClockDifference { get; init; }

    /// <summary>For how long the payment has been due that the reconciler should have looked at first; zero when it keeps up.</summary>
    public required TimeSpan ReconcilerLag { get; init; }
}
