using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Wire.Cms.Enveloped;

/// <summary>How a key that wraps is made from an agreed secret: X9.63 (SEC 1 section 3.6.1), or HKDF (RFC 5869), which is for X25519 only (RFC 8418 section 2).</summary>
internal readonly record struct KeyDerivation(HashAlgorithmName Hash, bool IsHkdf = false);
