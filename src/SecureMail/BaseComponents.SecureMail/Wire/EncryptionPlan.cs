using BaseComponents.SecureMail.Wire.Cms.Enveloped;

namespace BaseComponents.SecureMail.Wire;

/// <summary>For whom a mail is encrypted, and with what: the best that all of them can read.</summary>
internal sealed record EncryptionPlan(IReadOnlyList<CmsTarget> Targets, ContentCipher Cipher);
