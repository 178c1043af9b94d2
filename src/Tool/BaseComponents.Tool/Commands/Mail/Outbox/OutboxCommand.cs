using System.CommandLine;

namespace BaseComponents.Tool.Commands.Mail.Outbox;

/// <summary><c>basecomponents mail outbox</c>: the outbox of an application, for its operators.</summary>
internal static class OutboxCommand
{
    public static Command Create() => new("outbox", "Lists and decides mails of an application's outbox.")
    {
        OutboxListCommand.Create(), OutboxDecisionCommands.Resolve(), OutboxDecisionCommands.Retry(), OutboxDecisionCommands.Hold(),
    };
}
