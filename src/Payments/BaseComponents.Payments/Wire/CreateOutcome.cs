namespace BaseComponents.Payments.Wire;

/// <summary>What a create can lead to, apart from faults.</summary>
internal abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    /// <summary>The service created the payment and describes it.</summary>
    public sealed record Created(Observation Seen) : CreateOutcome;

    /// <summary>A payment with this key exists (PAYMENT_EXISTS); the answer does not describe it.</summary>
    public sealed record Exists : CreateOutcome;

    /// <summary>The service refused the order for good; nothing was created.</summary>
    public sealed record Refused(PaymentException Reason) : CreateOutcome;
}
