using System.CommandLine;
using BaseComponents.Tool.Commands.Mail;
using BaseComponents.Tool.Commands.Mail.Outbox;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents mail</c>: seals files into mails, opens mails, says what is wrong with them, and decides what the outbox cannot.</summary>
internal static class MailCommand
{
    public static Command Create() => new("mail", "Seals files into signed and encrypted mails, and opens, checks and explains such mails; lists and decides those of an outbox.")
    {
        SealCommand.Create(), OpenCommand.Create(), VerifyCommand.Create(), ExplainCommand.Create(), OutboxCommand.Create(),
    };
}
