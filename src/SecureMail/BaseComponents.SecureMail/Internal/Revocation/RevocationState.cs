namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>What is known about the revocation of a certificate (RFC 5280 section 5, RFC 6960).</summary>
internal enum RevocationState
{
    /// <summary>Nobody who may say so could be asked, or nobody is named. Whether that will do is the policy's decision.</summary>
    Unknown,

    Good,

    Revoked,
}
