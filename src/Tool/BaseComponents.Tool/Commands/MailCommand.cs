using System.CommandLine;
using BaseComponents.Tool.Commands.Mail;

namespace BaseComponents.Tool.Commands;

/// <summary><c>basecomponents mail</c>: seals files into mails, opens mails, and says what is wrong with them.</summary>
internal static class MailCommand
{
    public static Command Create() => new("mail", "Seals files into signed and encrypted mails, and opens, checks and explains such mails.")
    {
        SealCommand.Create(), OpenCommand.Create(), VerifyCommand.Create(), ExplainCommand.Create(),
    };
}
