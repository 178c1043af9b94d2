namespace BaseComponents.Sandbox.Mail;

/// <summary>Mailboxes of the Sandbox beside those of the offices. Their domain is one that nobody can ever own (RFC 2606).</summary>
public static class SandboxMailboxes
{
    /// <summary>The authority in whose name applications send; its certificate with key is in the settings the Sandbox hands out.</summary>
    public const string Sender = "onlinedienste@beispielstadt.example";

    /// <summary>A mailbox whose certificate expired yesterday.</summary>
    public const string ExpiredCertificate = "abgelaufen@beispielstadt.example";

    /// <summary>A mailbox whose certificate has been revoked.</summary>
    public const string RevokedCertificate = "gesperrt@beispielstadt.example";

    /// <summary>A mailbox that exists, but for which there is no certificate.</summary>
    public const string WithoutCertificate = "ohne-zertifikat@beispielstadt.example";
}
