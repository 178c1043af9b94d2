namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>One command is refused; the session goes on.</summary>
internal sealed class SmtpRefusal(string reply) : Exception(reply)
{
    public string Reply { get; } = reply;
}
