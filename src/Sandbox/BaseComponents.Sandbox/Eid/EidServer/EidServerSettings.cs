using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>What an application needs to know about the server, the client and itself, under the names of its settings.</summary>
internal static class EidServerSettings
{
    private const string Section = "BaseComponents:Eid:EidServer:";

    public static IEnumerable<KeyValuePair<string, Func<string>>> Of(SandboxContext context, EidServerAddresses addresses, EidServerKeys keys) =>
        Settings(context, addresses, keys).Select(setting => KeyValuePair.Create(Section + setting.Name, setting.Value));

    private static IEnumerable<(string Name, Func<string> Value)> Settings(SandboxContext context, EidServerAddresses addresses, EidServerKeys keys) =>
    [
        ("Environment", () => "Sandbox"),
        ("Address", () => addresses.Soap.AbsoluteUri),
        ("ClientAddress", () => addresses.Client.AbsoluteUri),
        ("MobileClientAddress", () => addresses.Client.AbsoluteUri),
        ("TlsCertificate:Pem", () => EidServerKeys.PemOf(keys.Connection)),
        ("SigningCertificate:Pem", () => EidServerKeys.PemOf(keys.Signing)),
        ("ServerCertificatesPem", () => keys.Server.ExportCertificatePem()),
        ("TrustAnchorsPem", () => context.Authority.RootPem),
        ("MinimumLevel", () => "Substantial"),
    ];
}
