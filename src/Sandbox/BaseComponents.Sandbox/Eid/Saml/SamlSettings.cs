namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>What an application needs to know about an identity provider and itself, under the names of its settings.</summary>
internal static class SamlSettings
{
    public static IEnumerable<KeyValuePair<string, Func<string>>> Of(string section, SamlAddresses addresses, IdentityProviderKeys keys, SamlApplication application) =>
        Settings(addresses, keys, application).Select(setting => KeyValuePair.Create($"BaseComponents:Eid:{section}:{setting.Name}", setting.Value));

    private static IEnumerable<(string Name, Func<string> Value)> Settings(SamlAddresses addresses, IdentityProviderKeys keys, SamlApplication application) =>
    [
        ("Environment", () => "Sandbox"),
        ("EntityId", () => SamlApplication.EntityId),
        ("IdentityProvider:EntityId", () => addresses.EntityId.AbsoluteUri),
        ("IdentityProvider:PostAddress", () => addresses.SignOn.AbsoluteUri),
        ("IdentityProvider:RedirectAddress", () => addresses.SignOn.AbsoluteUri),
        ("IdentityProvider:CertificatesPem", () => keys.Signing.ExportCertificatePem()),
        ("SigningCertificate:Pem", () => SamlApplication.PemOf(application.Signing)),
        ("DecryptionCertificates:0:Pem", () => SamlApplication.PemOf(application.Decryption)),
        ("DecryptionCertificates:1:Pem", () => SamlApplication.PemOf(application.OldDecryption)),
        ("MinimumLevel", () => "Low"),
    ];
}
