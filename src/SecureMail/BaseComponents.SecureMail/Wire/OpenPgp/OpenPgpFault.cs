using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;

namespace BaseComponents.SecureMail.Wire.OpenPgp;

/// <summary>What is wrong with a key or a message, each with cause and next step. No text names a person.</summary>
internal static class OpenPgpFault
{
    public static SecureMailException Sender(string why) => new(
        SecureMailErrors.SenderCertificate, $"Nothing was sent. The sender's OpenPGP key cannot be used: {why}. Check OpenPgp:SigningKey.");

    public static SecureMailException Sender(KeyFault fault) => Sender(Sentence(fault, "Sender:Address", "signing"));

    public static SecureMailException Recipient(KeyFault fault, string origin, RecipientPlace place) => Fault.Recipient(
        CodeOf(fault),
        place.Index,
        place.Count,
        $"the {origin} cannot be used: {Sentence(fault, "the address", "encrypting")}. Ask the recipient for a new one.");

    public static SecureMailException WithoutAes(string origin, RecipientPlace place) => Fault.Recipient(
        SecureMailErrors.CertificateUnsuitable, place.Index, place.Count, $"the {origin} says that its holder reads ciphers other than AES only. Ask for a key of a current program.");

    public static SecureMailException Mixed(RecipientPlace place) => Fault.Recipient(
        SecureMailErrors.MixedFormats, place.Index, place.Count,
        "for this address only a certificate is known, for another one only an OpenPGP key. One mail has one format: send one to each of the two, or configure what is missing.");

    public static SecureMailException WithoutKey(RecipientPlace place) => Fault.Recipient(
        SecureMailErrors.NoCertificate, place.Index, place.Count, "neither an OpenPGP key nor a certificate is known for this address. Ask the recipient for one and add it to Recipients.");

    public static SecureMailException Reading(OpenPgpProblem problem) => problem switch
    {
        OpenPgpProblem.NoKey => new(SecureMailErrors.CannotDecrypt, "The mail was not read. None of the configured OpenPgp:DecryptionKeys opens it: it is for another key, or was damaged."),
        OpenPgpProblem.UnsupportedAlgorithm => new(SecureMailErrors.UnsupportedAlgorithm, "The mail was not read. It is encrypted with something other than AES with integrity code (RFC 9580 section 5.13.1), or packed with something other than ZIP and ZLIB."),
        OpenPgpProblem.NotProtected => new(SecureMailErrors.IntegrityMissing, "The mail was not read. It is encrypted without integrity code, so that anybody on the way can have changed it. Ask the sender for another program, or settings of this century."),
        OpenPgpProblem.TooLarge => new(SecureMailErrors.IncomingTooLarge, "The mail was not read. Unpacked it is larger than Limits:MaxIncomingSize, or many times larger than it came."),
        _ => new(SecureMailErrors.IncomingMalformed, "The mail was not read. Its encrypted part is broken."),
    };

    private static string CodeOf(KeyFault fault) => fault switch
    {
        KeyFault.Expired or KeyFault.NotYetValid => SecureMailErrors.CertificateExpired,
        KeyFault.Revoked => SecureMailErrors.CertificateRevoked,
        _ => SecureMailErrors.CertificateUnsuitable,
    };

    private static string Sentence(KeyFault fault, string address, string use) => fault switch
    {
        KeyFault.AddressMismatch => $"none of its user ids names {address}, or its own signature over that is missing, taken back or made with SHA-1",
        KeyFault.NotYetValid => "it is not valid yet; check the clock",
        KeyFault.Expired => "it has expired",
        KeyFault.Revoked => "it has been revoked",
        KeyFault.WeakKey => "it is neither RSA of at least 2048 bit nor on a NIST or brainpool curve or Curve25519",
        _ => $"no part of it is made for {use} (key flags), with a valid binding signature made with SHA-2",
    };
}
