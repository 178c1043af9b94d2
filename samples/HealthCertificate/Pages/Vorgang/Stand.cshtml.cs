using BaseComponents.Payments;
using HealthCertificate.Appointments;
using HealthCertificate.Cases;
using HealthCertificate.Certificates;
using HealthCertificate.Hosting;
using HealthCertificate.Paying;
using Microsoft.AspNetCore.Mvc;

namespace HealthCertificate.Pages.Vorgang;

/// <summary>The state of a case, and everything that can be done with it now: pay, cancel, choose anew, fetch the certificate.</summary>
public sealed class StandModel(Seats seats, Cancellation cancellation, FeePayment fee, IPaymentClient payments, CertificatePdf pdf, ILogger<StandModel> log) : CasePage
{
    private Payment? _payment;
    private bool _isKnown = true;

    public Notice Notice { get; private set; } = null!;

    public SeatRow? Seat { get; private set; }

    public bool IsUnpaid => Row.Stage is CaseStage.Instructed or CaseStage.Paying;

    /// <summary>Where a payment that was begun goes on.</summary>
    public Uri? PayPage => Row.Stage is CaseStage.Paying && _payment is { State: PaymentState.Open } ? _payment.PayPage : null;

    public bool CanPay => IsUnpaid && Seat is not null && _isKnown && (FeePayment.IsOver(_payment) || _payment is { State: PaymentState.Creating });

    public bool MustChoose => Seat is null && Row.Stage is CaseStage.Begun or CaseStage.Instructed or CaseStage.Paid;

    public bool CanCancel => Row.Stage is CaseStage.Begun || (IsUnpaid && _isKnown && FeePayment.IsOver(_payment));

    public IReadOnlyList<SheetLine> Lines =>
    [
        .. Row.Stage is CaseStage.Attended ? CertificatePdf.Lines(Row.Number, Case) : [new SheetLine("Gesundheitsamt", string.Join(", ", Case.Office.AddressLines.Prepend(Case.Office.Name)))],
        .. Seat is { } seat ? [new SheetLine("Termin", German.Slot(seat.StartsAt))] : Array.Empty<SheetLine>(),
        .. Case.Fee > 0 ? [new SheetLine("Gebühr", German.Money(Case.Fee))] : Array.Empty<SheetLine>(),
        .. _payment is { IsPaid: true, TransactionReference: { } reference } ? [new SheetLine("Kassenzeichen", reference)] : Array.Empty<SheetLine>(),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        Notice = CaseNotice.Of(Row, Seat, _payment, _isKnown);
        return Page();
    }

    public async Task<IActionResult> OnPostBezahlenAsync(CancellationToken cancellationToken)
    {
        if (!IsUnpaid)
            return Redirect(Address);
        try
        {
            await fee.TryStartAsync(Row, cancellationToken);
            return Redirect(Address);
        }
        catch (PaymentException fault)
        {
            await LookAsync(cancellationToken);
            Notice = Trouble.Tell(fault, log)!;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostAbsagenAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (CanCancel)
            await cancellation.RunAsync(Row, cancellationToken);
        return Redirect(Address);
    }

    public IActionResult OnGetBescheinigung() => Row.Stage is CaseStage.Attended ? File(pdf.Write(Row.Number, Case), "application/pdf", $"{Row.Number}.pdf") : Redirect(Address);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Seat = await seats.FindAsync(Row.Id, cancellationToken);
        try
        {
            _payment = await payments.FindAsync(Row.Number, cancellationToken);
            if (_payment is { State: PaymentState.Open or PaymentState.OutcomeUnknown })
                _payment = await payments.RefreshAsync(Row.Number, cancellationToken);
        }
        catch (PaymentException fault)
        {
            Trouble.Tell(fault, log);
            _isKnown = false;
        }
    }
}
