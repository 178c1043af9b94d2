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

    /// <summary>A mailbox with a key on P-256, whose certificate says that it reads AES-256-GCM.</summary>
    public const string EllipticCurve = "kurve@beispielstadt.example";

    /// <summary>A mailbox with an OpenPGP key and no certificate. The key is found in the Web Key Directory of its domain.</summary>
    public const string OpenPgp = "post@vereine.example";

    /// <summary>A mailbox whose OpenPGP key has been revoked.</summary>
    public const string RevokedOpenPgpKey = "gesperrt@vereine.example";

    /// <summary>A mailbox that exists, but for which there is no certificate.</summary>
    public const string WithoutCertificate = "ohne-zertifikat@beispielstadt.example";

    /// <summary>A mailbox that the gateway does not reach: it has neither a certificate nor a mailbox on the web, and what shall be encrypted for it is refused.</summary>
    public const string OutOfReach = "unerreichbar@beispielstadt.example";
}
