using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>Settings as the client of the eID-Server wants them.</summary>
internal static class EidServerSettings
{
    private const int ShortestKey = 2048;

    /// <summary>What sessions and tickets belong to: the application and its eID-Server.</summary>
    public static string Tenant(EidServerOptions options) => $"{options.PublicAddress} {options.Address}";

    public static EidServerConnection Connection(EidServerOptions options, X509Certificate2 signing) => new()
    {
        Address = options.Address!,
        SigningCertificate = signing,
        ServerCertificates = ServerCertificates(options.ServerCertificatesPem),
        Version = options.ServerVersion,
        ClockSkew = options.ClockSkew,
        ResultDeadline = options.ResultDeadline,
        PollInterval = options.PollInterval,
        CallTimeout = options.RequestTimeout,
        PseudonymIssuer = options.PseudonymIssuer,
        LevelWhenUnstated = options.LevelWhenUnstated,
    };

    public static EidServerRequest Request(EidServerOptions options, AssuranceLevel level) => new()
    {
        Operations = Operations(options),
        MinimumAge = options.MinimumAge,
        CommunityId = options.CommunityId,
        TransactionInfo = options.TransactionInfo,
        MinimumLevel = level,
    };

    public static Dictionary<EidServerOperation, EidServerDemand> Operations(EidServerOptions options)
    {
        var operations = new Dictionary<EidServerOperation, EidServerDemand>();
        foreach (var name in options.OptionalAttributes)
            operations[new EidServerOperation(name)] = EidServerDemand.Allowed;
        foreach (var name in options.RequiredAttributes)
            operations[new EidServerOperation(name)] = EidServerDemand.Required;
        return operations;
    }

    /// <summary>A certificate that is loaded again when its file changes.</summary>
    public static CertificateSource Source(EidCertificateOptions options) => new(new CertificateSettings
    {
        Pem = options.Pem,
        KeyPem = options.KeyPem,
        Path = options.Path,
        Password = options.Password,
        Thumbprint = options.Thumbprint,
        Callback = options.Callback,
    });

    /// <exception cref="CertificateSourceException">There is none, or one with a weak key.</exception>
    public static X509Certificate2[] ServerCertificates(string? pem)
    {
        var found = HttpDefaults.TrustAnchors(pem).ToArray();
        return found.Length > 0 && found.All(IsStrong) ? found : throw new CertificateSourceException("Each certificate needs an RSA key of at least 2048 bits.");
    }

    public static bool IsStrong(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is { KeySize: >= ShortestKey };
    }
}
