using System.CommandLine;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary><c>basecomponents mail outbox resolve</c>, <c>retry</c> and <c>hold</c>: what a person decides about mails. The application's workers carry it out.</summary>
internal static class OutboxDecisionCommands
{
    private static readonly Dictionary<string, OutboxDecision> Decisions = new(StringComparer.Ordinal)
    {
        ["accepted"] = OutboxDecision.WasAccepted,
        ["send-again"] = OutboxDecision.SendAgain,
        ["given-up"] = OutboxDecision.GiveUp,
    };

    public static Command Resolve()
    {
        var decision = new Option<string>("--as") { Description = "What was found out: accepted (the mail server's log names the Message-ID), send-again, or given-up.", Required = true };
        decision.AcceptOnlyFromAmong([.. Decisions.Keys]);
        return ForOne("resolve", "Ends the ambiguity of a mail that is held.", "it is not held, so that there is nothing to decide.", [decision], (operations, id, reason, result, cancellationToken) =>
            operations.ResolveAsync(id, Decisions[result.GetRequiredValue(decision)], reason, cancellationToken));
    }

    public static Command Retry() => ForOne(
        "retry", "Sends the recipients that wait or have failed again, at once.", "nobody in it waits or has failed, or its content is erased.", [],
        (operations, id, reason, _, cancellationToken) => operations.RetryAsync(id, reason, cancellationToken));

    public static Command Hold()
    {
        var reason = OutboxCommandOptions.Reason();
        var command = new Command("hold", "Holds every mail that is not settled, after a backup was restored and before any worker runs.") { reason };
        return OutboxCommandOptions.Complete(command, async (outbox, result, cancellationToken) =>
        {
            var held = 0;
            foreach (var sender in outbox.Senders)
                held += await outbox.Of(sender).HoldUnsettledAsync(result.GetRequiredValue(reason), cancellationToken);
            Console.WriteLine($"{held} mails are held. Look for each Message-ID in the mail server's log, then: basecomponents mail outbox resolve.");
            return ExitCodes.Good;
        });
    }

    private static Command ForOne(
        string name, string description, string refusal, Option[] options, Func<ISecureMailOutboxOperations, string, string, ParseResult, CancellationToken, Task<bool>> decide)
    {
        var id = new Argument<string>("id") { Description = "The mail, as list shows it." };
        var reason = OutboxCommandOptions.Reason();
        var command = new Command(name, description) { id, reason };
        foreach (var option in options)
            command.Options.Add(option);
        return OutboxCommandOptions.Complete(command, async (outbox, result, cancellationToken) =>
        {
            var (sender, mail) = await outbox.FindAsync(result.GetRequiredValue(id), cancellationToken);
            if (!await decide(outbox.Of(sender), mail.Id, result.GetRequiredValue(reason), result, cancellationToken))
            {
                await Console.Error.WriteLineAsync($"Refused: {refusal}");
                return ExitCodes.Findings;
            }

            var table = new MailTable(json: false);
            table.Add((await outbox.FindAsync(mail.Id, cancellationToken)).Mail);
            table.Print();
            return ExitCodes.Good;
        });
    }
}
