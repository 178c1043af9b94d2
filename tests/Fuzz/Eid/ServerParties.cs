using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>The parties of the tests of eID servers, with keys that are the same in every run. They protect nothing.</summary>
internal static class ServerParties
{
    public static DateTimeOffset Now => Parties.Now;

    public static X509Certificate2 Server => Parties.IdentityProvider;

    public static X509Certificate2 Attacker => Parties.Attacker;

    public static EidServerConnection Connection { get; } = new()
    {
        Address = new Uri("https://eid.example/soap"),
        SigningCertificate = Parties.Encryption,
        ServerCertificates = [Server],
        ResultDeadline = TimeSpan.Zero,
    };
}
