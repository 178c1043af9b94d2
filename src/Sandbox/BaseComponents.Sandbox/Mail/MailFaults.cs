using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail;

/// <summary>What the mail server can be told to do wrong.</summary>
internal static class MailFaults
{
    public const string StartTlsMissing = "mail.starttls.missing";
    public const string RejectRecipient = "mail.reject.recipient";
    public const string DropAfterDot = "mail.drop-after-dot";
    public const string Busy = "mail.busy";

    public static void Register(SandboxFaults faults)
    {
        faults.Register(StartTlsMissing, "Der Mailserver bietet kein STARTTLS an und nähme die Nachricht im Klartext.");
        faults.Register(RejectRecipient, "Der Mailserver lehnt einen Empfänger endgültig ab (550).");
        faults.Register(DropAfterDot, "Der Mailserver nimmt die Nachricht an und trennt die Verbindung vor seiner Antwort.");
        faults.Register(Busy, "Der Mailserver ist beschäftigt und nimmt gerade nichts an (451).");
    }
}
