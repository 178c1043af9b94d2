namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>The connection ends after this reply: what came cannot be understood safely.</summary>
internal sealed class SmtpAbort(string reply) : Exception(reply)
{
    public string Reply { get; } = reply;
}
