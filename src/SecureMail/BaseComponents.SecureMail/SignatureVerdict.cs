namespace BaseComponents.SecureMail;

/// <summary>What the signature of a received mail is worth: a closed set, each with one sentence for people.</summary>
/// <remarks>Amtlich: Ergebnis der Signaturprüfung.</remarks>
public abstract record SignatureVerdict
{
    private SignatureVerdict(string explanation) => Explanation = explanation;

    /// <summary>One sentence that says why. It names no person.</summary>
    public string Explanation { get; }

    /// <summary>Kind and sentence; the signer is left out.</summary>
    public sealed override string ToString() => $"{GetType().Name}: {Explanation}";

    /// <summary>The whole content is signed by the holder of the From address, with a certificate that leads to a configured anchor.</summary>
    /// <param name="SignerAddress">The address in the certificate that equals From.</param>
    /// <param name="Thumbprint">SHA-256 thumbprint of the signer's certificate, or fingerprint of the signer's primary OpenPGP key, in hexadecimal form.</param>
    /// <param name="ClaimedSigningTime">The time the signer claims; nobody has confirmed it.</param>
    /// <param name="Revocation">Whether the certificate was looked up for revocation, and what came of it.</param>
    /// <param name="TrustedTime">When a trusted time stamp says that the signature existed; null without one.</param>
    public sealed record Valid(
        string SignerAddress, string Thumbprint, DateTimeOffset? ClaimedSigningTime, RevocationStatus Revocation = RevocationStatus.NotLookedUp, DateTimeOffset? TrustedTime = null)
        : SignatureVerdict(Revocation is RevocationStatus.Unknown
            ? "The whole content is signed by the holder of the sender address; whether the certificate has been revoked could not be found out."
            : "The whole content is signed by the holder of the sender address.")
    {
        /// <summary>The certificate itself, with those that came along.</summary>
        internal RecipientCertificate? Signer { get; init; }
    }

    /// <summary>No signature.</summary>
    public sealed record NotSigned() : SignatureVerdict("The mail carries no signature.");

    /// <summary>Only a part of the mail is signed, or the signature covers the encrypted form only.</summary>
    public sealed record PartlySigned() : SignatureVerdict("A signature exists, but it does not cover the whole content, so the content counts as unsigned.");

    /// <summary>Content and signature do not match.</summary>
    public sealed record Tampered() : SignatureVerdict("Content and signature do not match: the mail was changed on its way, or the signature is broken.");

    /// <summary>The signer's certificate is missing or does not lead to a configured trust anchor.</summary>
    public sealed record UnknownSigner() : SignatureVerdict("The signer's certificate does not lead to a configured trust anchor.");

    /// <summary>The signer is not the one the header names, or the header names more than one sender.</summary>
    public sealed record AddressMismatch() : SignatureVerdict("The certificate of the signer does not belong to the one address that the header names as the sender.");

    /// <summary>The signer's certificate was not valid when the mail was received.</summary>
    public sealed record Expired() : SignatureVerdict("The signer's certificate has expired or is not valid yet.");

    /// <summary>The signer's certificate, or one above it, or the signer's OpenPGP key, has been revoked.</summary>
    public sealed record Revoked() : SignatureVerdict("The signer's certificate, or one above it, or the signer's OpenPGP key, has been revoked.");

    /// <summary>Everything else is in order, but nobody could be asked whether the signer's certificate has been revoked, and <see cref="RevocationOptions.Signers"/> demands it.</summary>
    public sealed record RevocationUnknown() : SignatureVerdict("Whether the signer's certificate has been revoked could not be found out, and the settings demand that it is known.");

    /// <summary>The signature uses an algorithm, key or certificate that is not made for signing mail.</summary>
    public sealed record Unsuitable() : SignatureVerdict("The signature uses an algorithm, key or certificate that is not acceptable for signed mail.");
}
