using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire;

/// <summary>For whom a mail is encrypted, and with what: the best that all of them can read.</summary>
/// <param name="Targets">The certificates.</param>
/// <param name="Cipher">Of the content.</param>
/// <param name="OfUnknownRevocation">How many of the certificates nobody could be asked about.</param>
internal sealed record EncryptionPlan(IReadOnlyList<CmsTarget> Targets, ContentCipher Cipher, int OfUnknownRevocation);
