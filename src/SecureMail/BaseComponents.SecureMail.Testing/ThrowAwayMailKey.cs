namespace BaseComponents.SecureMail.Testing;

/// <summary>Certificate and key of a mailbox, for one test run.</summary>
/// <param name="Address">The mailbox.</param>
/// <param name="CertificatePem">Certificate in PEM form.</param>
/// <param name="KeyPem">Private key in PEM form.</param>
public sealed record ThrowAwayMailKey(string Address, string CertificatePem, string KeyPem)
{
    /// <summary>The settings that sign or decrypt with this key.</summary>
    public CertificateOptions ToOptions() => new() { Pem = CertificatePem, KeyPem = KeyPem };

    /// <summary>The settings that encrypt for this mailbox.</summary>
    public RecipientOptions ToRecipient() => new() { Address = Address, CertificatePem = CertificatePem };

    /// <summary>The address; the key stays out of logs.</summary>
    public override string ToString() => $"ThrowAwayMailKey {{ Address = {Address} }}";
}
