using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Internal;

/// <summary>Lets in whoever shows a client certificate of the Sandbox's own authority, on the machine port only.</summary>
internal static class MutualTls
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Why this connection is not let in (German); null if it is.</summary>
    public static string? Refusal(SandboxContext sandbox, ConnectionInfo connection)
    {
        if (connection.LocalPort != sandbox.HttpsPort || connection.ClientCertificate is not { } certificate)
            return "Es fehlt ein Client-Zertifikat";
        return sandbox.Authority.Issued(certificate) && IsForClients(certificate)
            ? null
            : "Das Client-Zertifikat ist nicht von der Zertifizierungsstelle der Sandbox oder nicht gültig";
    }

    private static bool IsForClients(X509Certificate2 certificate) => certificate.Extensions
        .OfType<X509EnhancedKeyUsageExtension>()
        .Any(extension => extension.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == ClientAuthentication));
}
