using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>One way to speak XBezahldienste: where it is, and what it does its own way. What the dialects differ in is known from one integrator.</summary>
internal sealed record PaymentDialect(string Name, string BasePath)
{
    public static PaymentDialect Standard { get; } = new("XBezahldienste", "/payments/xbezahldienste");

    /// <summary>pmPayment: bearer tokens, and 201 for what was created.</summary>
    public static PaymentDialect PmPayment { get; } = new("pmPayment", "/payments/pmpayment") { Created = StatusCodes.Status201Created };

    /// <summary>ePay21: name and password, no data of the payer, no empty booking data, and the pay page's address for ever.</summary>
    public static PaymentDialect Epay21 { get; } = new("ePay21", "/payments/epay21/api/v1.0.0") { RefusesPayer = true, RefusesEmptyBookingData = true, RepeatsPayPage = true };

    public int Created { get; private init; } = StatusCodes.Status200OK;

    public bool RefusesPayer { get; private init; }

    public bool RefusesEmptyBookingData { get; private init; }

    public bool RepeatsPayPage { get; private init; }

    /// <summary>What this dialect refuses beside the rules of the specification.</summary>
    public Refusal? Check(WirePaymentRequest request)
    {
        if (RefusesPayer && request.Requestor is not null)
            return Refusal.Invalid("requestor: wird nicht angenommen");
        return RefusesEmptyBookingData && request.Items!.Any(static item => item!.BookingData is { Count: 0 }) ? Refusal.Invalid("items.bookingData: leer") : null;
    }
}
