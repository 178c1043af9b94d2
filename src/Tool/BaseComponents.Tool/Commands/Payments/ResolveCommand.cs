using System.CommandLine;
using System.Globalization;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments resolve</c>: carries out what a clerk has decided.</summary>
/// <remarks>German: Klärung.</remarks>
internal static class ResolveCommand
{
    private static readonly Dictionary<string, PaymentResolution> Resolutions = new(StringComparer.Ordinal)
    {
        ["paid"] = PaymentResolution.Paid,
        ["not-paid"] = PaymentResolution.NotPaid,
        ["refunded"] = PaymentResolution.Refunded,
        ["return-debited"] = PaymentResolution.ReturnDebited,
    };

    public static Command Create()
    {
        var reference = new Argument<string>("reference") { Description = "The application's key of the payment." };
        var attempt = new Option<int>("--attempt") { Description = "The attempt that is meant.", Required = true };
        var resolution = new Option<string>("--as") { Description = "What is decided.", Required = true };
        resolution.AcceptOnlyFromAmong([.. Resolutions.Keys]);
        var evidence = new EvidenceOptions();
        var (person, reason) = (ClerkOptions.Person(required: true), ClerkOptions.Reason(required: true));
        var command = new Command("resolve", "Decides about an attempt, on a look-up, an entry of the bank, or the word of two persons.") { reference, attempt, resolution, person, reason };
        evidence.AddTo(command);
        return TreasuryOptions.Complete(command, decides: static _ => true, async (treasury, result, cancellationToken) =>
        {
            var draft = new PaymentDecision
            {
                Reference = result.GetRequiredValue(reference),
                Attempt = result.GetValue(attempt),
                Resolution = Resolutions[result.GetRequiredValue(resolution)],
                Evidence = PaymentEvidence.TwoPersons,
                DecidedBy = result.GetRequiredValue(person),
                Reason = result.GetRequiredValue(reason),
            };
            return await RunAsync(treasury.Only, await evidence.CompleteAsync(draft, treasury, result, cancellationToken), cancellationToken);
        });
    }

    private static async Task<int> RunAsync(IPaymentOperations operations, PaymentDecision decision, CancellationToken cancellationToken)
    {
        var decided = await operations.ResolveAsync(decision, cancellationToken);
        var line = await operations.AuditAsync(cancellationToken).LastAsync(entry => entry.RequestId == decided.RequestId, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Change}. Line {line.Number} of the audit, hash {line.Hash}"));
        return ExitCodes.Good;
    }
}
