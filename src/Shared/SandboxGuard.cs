using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Shared;

/// <summary>Keeps the Sandbox out of production, and production out of the Sandbox.</summary>
internal static class SandboxGuard
{
    private const string SandboxRoot = "CN=BaseComponents Sandbox CA";

    /// <summary>Why a component set to Sandbox must not start in this host, or null.</summary>
    /// <remarks>A service or IIS leaves the host's environment unset, and unset means Production: the Sandbox must be asked for by name.</remarks>
    public static string? SandboxRefusal(string section, IHostEnvironment? host) => host is null || !host.IsProduction()
        ? null
        : $"{section} is set to the Sandbox, but the host's environment is Production (which is also what it is when nobody sets it). " +
          "Set ASPNETCORE_ENVIRONMENT or DOTNET_ENVIRONMENT to another name such as Development, or point the component at the real service.";

    /// <summary>Whether a certificate is the Sandbox's root or was issued by it. Such a root may be anybody's: every Sandbox makes its own.</summary>
    public static bool IsOfSandbox(X509Certificate2 certificate) => certificate.Issuer == SandboxRoot;

    /// <summary>Why an address cannot be the real service, or null.</summary>
    public static string? ProductionRefusal(string section, Uri address) => address switch
    {
        { IsAbsoluteUri: false } => $"{section}: the address must be absolute.",
        { IsLoopback: true } => $"{section}: an address on this machine is no production service. Set the address the operator gave you.",
        { Scheme: not "https" } => $"{section}: production services are reached over https only.",
        _ => null,
    };
}
