using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using BaseComponents.Payments.Transfers;
using DogLicence.Cases;
using DogLicence.Documents;
using DogLicence.Fields;
using DogLicence.Paying;
using Microsoft.AspNetCore.Mvc;

namespace DogLicence.Pages.Antrag;

/// <summary>Step 7, Bezahlen: prepares the payment and shows where it stands, as the payment service says.</summary>
public sealed class BezahlenModel(
    CaseStore cases, IPaymentClient payments, PaymentReturnLinks links, Wording wording, ILogger<BezahlenModel> log, TransferAccountSource? account = null) : CasePage
{
    private Payment? _payment;

    public Notice? Notice { get; private set; }

    public string Amount => wording.Money(Case.Content.Registration!.Tax.Amount);

    /// <summary>False while the payment service cannot be asked: then nobody knows whether there is something left to pay.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>Only addresses a browser may be sent to.</summary>
    public Uri? PayPage => IsKnown && _payment is { State: PaymentState.Open, PayPage: { } page } && page.Scheme is "https" or "http" ? page : null;

    public bool MayStart => IsKnown && _payment is null or { MayBeStartedAgain: true } or { State: PaymentState.Creating };

    /// <summary>The second way to pay, where the municipality names an account.</summary>
    public bool MayTransfer => MayStart && account is not null && _payment is not { State: PaymentState.Creating };

    /// <summary>What to transfer, once the citizen has chosen that way.</summary>
    public TransferSheet? Transfer => _payment is { State: PaymentState.AwaitingTransfer } && account is not null ? TransferSheet.Of(_payment, account) : null;

    public string StartLabel => _payment is null ? "Zahlung vorbereiten" : "Noch einmal versuchen";

    protected override CaseStep Step => CaseStep.Pay;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        if (_payment is { IsPaid: true })
            return Redirect(PathOf(CaseStep.Receipt));
        Notice ??= PaymentNotice.For(_payment?.State);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => StartAsync(payments.StartAsync, cancellationToken);

    public Task<IActionResult> OnPostTransferAsync(CancellationToken cancellationToken) =>
        account is null ? Task.FromResult<IActionResult>(NotFound()) : StartAsync(payments.StartTransferAsync, cancellationToken);

    public async Task<IActionResult> OnPostOtherWayAsync(CancellationToken cancellationToken)
    {
        await payments.CancelTransferAsync(Case.Row.Number, cancellationToken);
        return Redirect(PathOf(CaseStep.Pay));
    }

    private async Task<IActionResult> StartAsync(Func<PaymentOrder, CancellationToken, Task<Payment>> start, CancellationToken cancellationToken)
    {
        try
        {
            var order = TaxOrder.Of(Case, links.For(Case.Row.Number));
            if (order.Check() is { Count: > 0 } findings)
                throw new PaymentException(PaymentErrors.OrderInvalid, "The order breaks the rules of the payment service.") { Findings = findings };
            // Before the call: from here on the case is about this payment, whatever becomes of the answer.
            Case = await cases.SaveAsync(Case, Case.Content, row => row.Stage = CaseStage.Paying, cancellationToken);
            await start(order, cancellationToken);
            return Redirect(PathOf(CaseStep.Pay));
        }
        catch (PaymentException fault)
        {
            Notice = Trouble.Tell(fault, log);
            _payment = await payments.FindAsync(Case.Row.Number, cancellationToken);
            Response.StatusCode = fault.IsTransient ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status502BadGateway;
            return Page();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            _payment = await payments.FindAsync(Case.Row.Number, cancellationToken);
            if (_payment is { State: PaymentState.Open or PaymentState.OutcomeUnknown })
                _payment = await payments.RefreshAsync(Case.Row.Number, cancellationToken);
        }
        catch (PaymentException fault)
        {
            Trouble.Report(fault, log);
            (IsKnown, Notice) = (false, PaymentNotice.Unknown);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
