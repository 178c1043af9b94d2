namespace BaseComponents.SecureMail;

/// <summary>What is known about the revocation of a certificate that was accepted.</summary>
/// <remarks>Amtlich: Ergebnis der Sperrprüfung.</remarks>
public enum RevocationStatus
{
    /// <summary>It was not looked up: <see cref="RevocationPolicy.Off"/>.</summary>
    NotLookedUp,

    /// <summary>Nobody who may say so could be asked.</summary>
    Unknown,

    /// <summary>The issuer says that neither it nor any certificate on the way to the anchor is revoked.</summary>
    NotRevoked,
}
