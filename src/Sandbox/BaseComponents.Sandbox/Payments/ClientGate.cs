using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments;

/// <summary>Mutual TLS: lets in whoever shows a client certificate of the Sandbox's own authority, on the machine port only.</summary>
internal sealed class ClientGate(SandboxContext sandbox) : IEndpointFilter
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var connection = context.HttpContext.Connection;
        if (connection.LocalPort != sandbox.HttpsPort || connection.ClientCertificate is not { } certificate)
            return PaymentProblems.Forbidden("Es fehlt ein Client-Zertifikat");
        return sandbox.Authority.Issued(certificate) && IsForClients(certificate)
            ? await next(context)
            : PaymentProblems.Forbidden("Das Client-Zertifikat ist nicht von der Zertifizierungsstelle der Sandbox oder nicht gültig");
    }

    private static bool IsForClients(X509Certificate2 certificate) => certificate.Extensions
        .OfType<X509EnhancedKeyUsageExtension>()
        .Any(extension => extension.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == ClientAuthentication));
}
