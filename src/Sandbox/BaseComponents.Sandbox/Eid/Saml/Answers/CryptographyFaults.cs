using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>Signatures and encryption that are wrong, old, or unusual.</summary>
internal static class CryptographyFaults
{
    public static IEnumerable<SamlFault> All(IdentityProviderKeys keys, SamlApplication application) =>
    [
        new("unsigned", "Nichts ist unterschrieben.", plan => plan with { AssertionSignature = null, ResponseSignature = null }),
        new("attacker-key", "Ein fremder Schlüssel unterschreibt; sein Zertifikat liegt bei.", plan => plan.WithSignatures(style => style with { Signer = keys.Attacker })),
        new("rotated-key", "Der Dienst unterschreibt mit seinem nächsten Schlüssel; die Metadaten nennen ihn schon.", plan => plan.WithSignatures(style => style with { Signer = keys.Next })),
        new("expired-certificate", "Der Dienst unterschreibt mit einem Schlüssel, dessen Zertifikat abgelaufen ist.", plan => plan.WithSignatures(style => style with { Signer = keys.Expired })),
        new("sha1", "Die Unterschrift benutzt SHA-1.", plan => plan.WithSignatures(style => style with { Method = SignatureMethod.RsaSha1 })),
        new("rsa-sha256", "Kein Fehler: die Unterschrift hat die ältere Form (PKCS#1), mit SHA-256.", plan => plan.WithSignatures(style => style with { Method = SignatureMethod.RsaSha256 })),
        new("tampered", "Ein Wert wurde nach der Unterschrift geändert.", plan => plan with { Shape = AnswerShape.Tampered }),
        new("wrapped-response", "Eine gefälschte Antwort trägt die echte in ihrer Signatur.", plan => plan with { Shape = AnswerShape.WrappedResponse }),
        new("wrapped-sibling", "Neben der echten Zusicherung steht eine gefälschte, und zwar davor.", plan => plan with { Shape = AnswerShape.WrappedSibling }),
        new("wrapped-object", "Eine gefälschte Zusicherung trägt die echte in ihrer Signatur.", plan => plan with { Shape = AnswerShape.WrappedObject }),
        new("plain-assertion", "Die Zusicherung ist nicht verschlüsselt.", plan => plan with { Seal = null }),
        new("cbc", "Die Zusicherung ist mit AES-CBC verschlüsselt, wie früher üblich.", plan => plan with { Seal = new SealStyle(application.Decryption) { Cbc = true } }),
        new("oaep-sha256", "Kein Fehler: der Schlüssel ist mit OAEP nach XML Encryption 1.1 und SHA-256 verpackt.", plan => plan with { Seal = new SealStyle(application.Decryption) { NewerTransport = true } }),
        new("old-decryption-key", "Kein Fehler: verschlüsselt ist für den vorigen Schlüssel der Anwendung.", plan => plan with { Seal = new SealStyle(application.OldDecryption) }),
        new("signing-key-encryption", "Verschlüsselt ist für den Schlüssel, mit dem die Anwendung unterschreibt.", plan => plan with { Seal = new SealStyle(application.Signing) }),
    ];
}
