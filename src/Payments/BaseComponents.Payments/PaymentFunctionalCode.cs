namespace BaseComponents.Payments;

/// <summary>The service's code for an error. An open set: a value that is not known here keeps its text.</summary>
/// <remarks>XBezahldienste 1.0.0, problem+json, functionalCode.</remarks>
/// <param name="Value">The text of the wire.</param>
public readonly record struct PaymentFunctionalCode(string Value)
{
    /// <summary>Originator or end point are not known to the service.</summary>
    public static PaymentFunctionalCode NoValidOriginatorOrEndpoint { get; } = new("NO_VALID_ORIGINATOR_OR_ENDPOINT");

    /// <summary>The older name of <see cref="NoValidOriginatorOrEndpoint"/>.</summary>
    public static PaymentFunctionalCode NoValidOriginatorOrDestination { get; } = new("NO_VALID_ORIGINATOR_OR_DESTINATION");

    /// <summary>A payment with this key exists.</summary>
    public static PaymentFunctionalCode PaymentExists { get; } = new("PAYMENT_EXISTS");

    /// <summary>Amounts do not add up.</summary>
    public static PaymentFunctionalCode CalculationError { get; } = new("CALCULATION_ERROR");

    /// <summary>The back end needs booking data that is missing.</summary>
    public static PaymentFunctionalCode BookingDataMissing { get; } = new("BOOKING_DATA_MISSING");

    /// <summary>A field breaks a rule.</summary>
    public static PaymentFunctionalCode ValidationError { get; } = new("VALIDATION_ERROR");

    /// <summary>The client may not do that.</summary>
    public static PaymentFunctionalCode Forbidden { get; } = new("FORBIDDEN");

    /// <summary>No further information.</summary>
    public static PaymentFunctionalCode Unspecified { get; } = new("UNSPECIFIED");

    /// <summary>The text of the wire.</summary>
    public override string ToString() => Value ?? "";
}
