using System.CommandLine;
using System.Globalization;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments show</c>: everything about one reference.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var reference = new Argument<string>("reference") { Description = "The application's key of the payment, such as the case number." };
        var command = new Command("show", "Shows the attempts under a reference, and what was decided about them.") { reference };
        return TreasuryOptions.Complete(command, decides: null, (treasury, result, cancellationToken) => RunAsync(treasury, result.GetRequiredValue(reference), cancellationToken));
    }

    private static async Task<int> RunAsync(Treasury treasury, string reference, CancellationToken cancellationToken)
    {
        var found = false;
        foreach (var registration in treasury.Registrations)
        {
            if (await treasury.Of(registration).ShowAsync(reference, cancellationToken) is not { } payment)
                continue;
            found = true;
            Print(payment);
        }

        return found ? ExitCodes.Good : throw new InvalidDataException("there is no payment with this reference.");
    }

    private static void Print(PaymentCase payment)
    {
        var attempts = new AttemptTable();
        foreach (var attempt in payment.Attempts)
            attempts.Add(attempt);
        attempts.Print();
        if (payment.Audit.Count > 0)
            PrintAudit(payment.Audit);
    }

    private static void PrintAudit(IEnumerable<PaymentAuditEntry> audit)
    {
        Console.WriteLine();
        var lines = new Columns("AUDIT", "AT", "ACTION", "CHANGE", "EVIDENCE", "DECIDED BY", "CONFIRMED BY", "REASON");
        foreach (var line in audit)
            lines.Add(line.Number.ToString(CultureInfo.InvariantCulture), line.At.UtcDateTime.ToString("u", CultureInfo.InvariantCulture), line.Action, line.Change, line.Evidence, line.DecidedBy, line.ConfirmedBy ?? "", line.Reason);
        lines.Print();
    }
}
