using System.CommandLine;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary><c>basecomponents mail outbox list</c>: the mails that are not settled, or those in certain phases.</summary>
internal static class OutboxListCommand
{
    private static readonly Dictionary<string, OutboxPhase[]> Phases = new(StringComparer.Ordinal)
    {
        ["waiting"] = [OutboxPhase.Waiting],
        ["sending"] = [OutboxPhase.Sending, OutboxPhase.HandingOver],
        ["held"] = [OutboxPhase.Held],
        ["settled"] = [OutboxPhase.Settled],
        ["all"] = [],
    };

    private static readonly OutboxPhase[] Unsettled = [OutboxPhase.Waiting, OutboxPhase.Sending, OutboxPhase.HandingOver, OutboxPhase.Held];

    public static Command Create()
    {
        var phase = new Option<string?>("--phase") { Description = "What is listed; without it all that is not settled." };
        phase.AcceptOnlyFromAmong([.. Phases.Keys]);
        var json = new Option<bool>("--json") { Description = "Prints the mails as JSON." };
        var command = new Command("list", "Lists mails of the outbox, oldest first, without addresses.") { phase, json };
        return OutboxCommandOptions.Complete(command, async (outbox, result, cancellationToken) =>
        {
            var filter = new OutboxFilter { Phases = result.GetValue(phase) is { } named ? Phases[named] : Unsettled };
            var table = new MailTable(result.GetValue(json));
            try
            {
                foreach (var sender in outbox.Senders)
                {
                    await foreach (var mail in outbox.Of(sender).ListAsync(filter, cancellationToken))
                        table.Add(mail);
                }
            }
            finally
            {
                // What cannot be read ends the list; what came before is shown all the same.
                table.Print();
            }

            return ExitCodes.Good;
        });
    }
}
