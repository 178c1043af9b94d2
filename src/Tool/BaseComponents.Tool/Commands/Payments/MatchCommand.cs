using System.CommandLine;
using BaseComponents.Payments;
using BaseComponents.Payments.Bank;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments match</c>: what a file of the bank says about the payments.</summary>
internal static class MatchCommand
{
    public static Command Create()
    {
        var camt = new Option<string>("--camt") { Description = "File of the bank: camt.053 or camt.054.", Required = true };
        var apply = new Option<bool>("--apply") { Description = "Sets what matches exactly to Paid, and nothing else." };
        var (person, reason) = (ClerkOptions.Person(required: false), ClerkOptions.Reason(required: false));
        var command = new Command("match", "Matches a file of the bank by Kassenzeichen and creditor reference. Ends with 1 where a person has to look at an entry.") { camt, apply, person, reason };
        var account = new AccountOption();
        account.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(apply) && (result.GetValue(person) is null || result.GetValue(reason) is null))
                result.AddError("--apply needs --person and --reason.");
        });
        return TreasuryOptions.Complete(command, result => result.GetValue(apply), async (treasury, result, cancellationToken) =>
        {
            var operations = treasury.Only;
            var matches = await BankFile.MatchAsync(operations, result.GetRequiredValue(camt), account.Read(treasury, result, result.GetValue(apply)), cancellationToken);
            var table = new MatchTable();
            foreach (var match in matches)
                table.Add(match, result.GetValue(apply) && match.ShowsPayment ? await ApplyAsync(operations, match, result.GetValue(person)!, result.GetValue(reason)!, cancellationToken) : null);
            table.Print();
            return table.NeedsPerson ? ExitCodes.Findings : ExitCodes.Good;
        });
    }

    /// <summary>What became of it; a refusal, such as of a second entry for the same attempt, does not keep the others.</summary>
    private static async Task<PaymentState?> ApplyAsync(IPaymentOperations operations, BankMatch match, string person, string reason, CancellationToken cancellationToken)
    {
        try
        {
            var decided = await operations.ResolveAsync(
                new PaymentDecision
                {
                    Reference = match.Attempts[0].Reference,
                    Attempt = match.Attempts[0].Attempt,
                    Resolution = PaymentResolution.Paid,
                    Evidence = PaymentEvidence.Bank(match.Evidence!),
                    DecidedBy = person,
                    Reason = reason,
                },
                cancellationToken);
            return decided.State;
        }
        catch (PaymentException exception) when (exception.Code == PaymentErrors.DecisionRefused)
        {
            await Console.Error.WriteLineAsync($"Entry {match.Entry.Id}: {exception.Message}");
            return match.Attempts[0].State;
        }
    }
}
