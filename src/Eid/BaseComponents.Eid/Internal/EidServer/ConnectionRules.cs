using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.EidServer;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>What a connection has to be before it is used.</summary>
internal static class ConnectionRules
{
    private const int SmallestRsa = 2048;
    private const int MostServerCertificates = 4;

    /// <exception cref="EidException"><c>eid.server-configuration</c></exception>
    public static void Require(EidServerConnection connection)
    {
        if (Problem(connection) is { } problem)
            throw ServerFaults.Configuration(problem);
    }

    private static string? Problem(EidServerConnection connection) =>
        AddressProblem(connection.Address) ?? KeyProblem(connection.SigningCertificate) ?? ServerProblem(connection.ServerCertificates) ?? DurationProblem(connection) ?? OtherProblem(connection);

    private static string? AddressProblem(Uri? address) => address is { IsAbsoluteUri: true, UserInfo.Length: 0 } && address.Scheme == Uri.UriSchemeHttps
        ? null
        : "Address must be absolute, with https and without a user name";

    private static string? KeyProblem(X509Certificate2? certificate)
    {
        using var key = certificate?.GetRSAPublicKey();
        return certificate is { HasPrivateKey: true } && key is { KeySize: >= SmallestRsa } ? null : $"SigningCertificate must have a private RSA key of at least {SmallestRsa} bits";
    }

    private static string? ServerProblem(IReadOnlyList<X509Certificate2>? certificates)
    {
        if (certificates is not { Count: > 0 and <= MostServerCertificates })
            return $"ServerCertificates must hold 1 to {MostServerCertificates} certificates";
        return certificates.Select(SigningKeySet.Problem).FirstOrDefault(problem => problem is not null) is { } problem ? $"a certificate of ServerCertificates: {problem}" : null;
    }

    private static string? DurationProblem(EidServerConnection connection) =>
        OutOfRange(connection.ClockSkew, TimeSpan.Zero, TimeSpan.FromMinutes(5), nameof(connection.ClockSkew))
        ?? OutOfRange(connection.MessageLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15), nameof(connection.MessageLifetime))
        ?? OutOfRange(connection.ResultDeadline, TimeSpan.Zero, TimeSpan.FromMinutes(10), nameof(connection.ResultDeadline))
        ?? OutOfRange(connection.PollInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), nameof(connection.PollInterval))
        ?? OutOfRange(connection.CallTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), nameof(connection.CallTimeout));

    private static string? OtherProblem(EidServerConnection connection)
    {
        if (connection.PseudonymIssuer is { } issuer && string.IsNullOrWhiteSpace(issuer))
            return "PseudonymIssuer must not be empty";
        if (!Enum.IsDefined(connection.Version))
            return "Version must be a known one";
        return Enum.IsDefined(connection.LevelWhenUnstated) ? null : "LevelWhenUnstated must be a known level";
    }

    private static string? OutOfRange(TimeSpan value, TimeSpan from, TimeSpan to, string name) => value >= from && value <= to ? null : $"{name} must be between {from} and {to}";
}
