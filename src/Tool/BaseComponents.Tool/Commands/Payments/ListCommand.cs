using System.CommandLine;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary><c>basecomponents payments list</c>: the attempts in certain states; unless told otherwise those that somebody may have to look at.</summary>
internal static class ListCommand
{
    private static readonly Dictionary<string, PaymentState[]> States = new(StringComparer.Ordinal)
    {
        ["open"] = [PaymentState.Creating, PaymentState.Open],
        ["unclear"] = [PaymentState.OutcomeUnknown, PaymentState.Mismatch],
        ["late"] = [PaymentState.PaidLate],
        ["double"] = [PaymentState.DoublePayment],
        ["paid"] = [PaymentState.Paid],
        ["reversed"] = [PaymentState.ReturnDebited],
        ["refunded"] = [PaymentState.Refunded],
        ["unpaid"] = [PaymentState.Failed, PaymentState.Canceled, PaymentState.Expired, PaymentState.Abandoned, PaymentState.Rejected],
    };

    private static readonly string[] Unresolved = ["open", "unclear", "late", "double"];

    public static Command Create()
    {
        var states = new Option<string[]>("--state") { Description = "What is listed; without it: open, unclear, late and double.", AllowMultipleArgumentsPerToken = true };
        states.AcceptOnlyFromAmong([.. States.Keys, "all"]);
        var from = GermanDay.Option("--from", "First day of the intent");
        var to = GermanDay.Option("--to", "Last day of the intent");
        var command = new Command("list", "Lists attempts at payments.") { states, from, to };
        return TreasuryOptions.Complete(command, decides: null, (treasury, result, cancellationToken) =>
            RunAsync(treasury, Filter(result.GetValue(states), result.GetValue(from), result.GetValue(to)), cancellationToken));
    }

    private static PaymentFilter Filter(string[]? states, DateOnly? from, DateOnly? to)
    {
        var meant = states is { Length: > 0 } ? states : Unresolved;
        return new PaymentFilter
        {
            States = meant.Contains("all") ? [] : [.. meant.SelectMany(static word => States[word])],
            CreatedFrom = GermanDay.StartOf(from),
            CreatedBefore = GermanDay.StartOf(to?.AddDays(1)),
        };
    }

    private static async Task<int> RunAsync(Treasury treasury, PaymentFilter filter, CancellationToken cancellationToken)
    {
        var table = new AttemptTable();
        foreach (var registration in treasury.Registrations)
        {
            await foreach (var attempt in treasury.Of(registration).ListAsync(filter, cancellationToken))
                table.Add(attempt);
        }

        table.Print();
        return ExitCodes.Good;
    }
}
