using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using BaseComponents.Shared;
using BaseComponents.Shared.Health;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>Whether the TLS certificate that this application's host shows is among those of the authorisation certificate: the AusweisApp ends every log-in where it is not.</summary>
/// <remarks>commCertificates der Zertifikatsbeschreibung (TR-03110-4, TR-03124-1)</remarks>
internal static class ServedCertificate
{
    private const string Setting = "CommunicationCertificatesSha256";

    public static bool IsHash(string text) => Plain(text) is { Length: 2 * SHA256.HashSizeInBytes } digits && digits.All(char.IsAsciiHexDigit);

    public static async Task LookAsync(HealthFindings findings, EidServerOptions options, CancellationToken cancellationToken)
    {
        if (options.CommunicationCertificatesSha256.Count == 0)
        {
            findings.Skip("communication-certificate", Setting, "No hashes are set: copy them from the description of the authorisation certificate.");
            return;
        }

        foreach (var (subject, address) in Addresses(options))
        {
            if (address.Scheme == Uri.UriSchemeHttps)
                await CompareAsync(findings, options, subject, address, cancellationToken).ConfigureAwait(false);
            else
                findings.Skip("communication-certificate", subject, "It is not https.");
        }
    }

    private static IEnumerable<(string Subject, Uri Address)> Addresses(EidServerOptions options)
    {
        yield return (nameof(options.PublicAddress), options.PublicAddress!);
        if (options.ClientServerAddress is { } server)
            yield return (nameof(options.ClientServerAddress), server);
        foreach (var (index, address) in options.CommunicationAddresses.Index())
            yield return ($"{nameof(options.CommunicationAddresses)}:{index}", address);
    }

    private static async Task CompareAsync(HealthFindings findings, EidServerOptions options, string subject, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var shown = await ShownAsync(address, cancellationToken).ConfigureAwait(false);
            if (options.CommunicationCertificatesSha256.Any(hash => string.Equals(Plain(hash), shown, StringComparison.OrdinalIgnoreCase)))
                findings.Ok("communication-certificate", subject, $"{address.Host} shows a TLS certificate that the authorisation certificate names.");
            else
                findings.Fail("communication-certificate-unknown", subject, $"{address.Host} shows a TLS certificate (SHA-256 {shown}) that is not in CommunicationCertificatesSha256.", "Have the operator add its hash to the authorisation certificate, or go back to the old TLS certificate: until then the AusweisApp ends every log-in.");
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            findings.Warn("public-address-unreachable", subject, $"{address.Host} does not answer from here.", "Run the check where the address can be reached.");
        }
    }

    private static string Plain(string hash) => hash.Replace(":", "", StringComparison.Ordinal);

    // Looked at, never trusted: the connection ends before a byte is sent.
    private static async Task<string> ShownAsync(Uri address, CancellationToken cancellationToken)
    {
        string? shown = null;
        using var client = new TcpClient();
        await client.ConnectAsync(address.IdnHost, address.Port, cancellationToken).ConfigureAwait(false);
        var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false);
        await using (tls.ConfigureAwait(false))
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = address.IdnHost,
                CertificateChainPolicy = HttpDefaults.ChainPolicy([]),
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    shown = certificate is null ? null : Convert.ToHexString(SHA256.HashData(certificate.GetRawCertData()));
                    return false;
                },
            };
            try
            {
                await tls.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
            }
            catch (AuthenticationException) when (shown is not null)
            {
                return shown;
            }
        }

        throw new AuthenticationException("The host showed no certificate.");
    }
}
