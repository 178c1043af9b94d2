using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid.AspNetCore.Internal.Saml;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.Metadata;
using BaseComponents.Shared;
using BaseComponents.Shared.Health;

namespace BaseComponents.Eid.AspNetCore.Internal.Health;

/// <summary>Compares what the identity provider publishes with what the settings say. Nothing of it is trusted: a difference is for a person.</summary>
internal static class MetadataLook
{
    private const string Setting = "IdentityProvider:PublishedMetadata";
    private const int Longest = 1024 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public static async Task LookAsync(HealthFindings findings, EidSamlOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (options.IdentityProvider.PublishedMetadata is not { Length: > 0 } place)
        {
            findings.Skip("metadata", Setting, "No address or file to compare with is set.");
            return;
        }

        try
        {
            var published = await FetchAsync(findings, options.IdentityProvider, place, clock, cancellationToken).ConfigureAwait(false);
            var there = SamlMetadataReader.ReadPinned(published, Convert.ToHexString(SHA256.HashData(published)), options.IdentityProvider.EntityId!, clock.GetUtcNow());
            Compare(findings, SamlConfiguration.IdentityProvider(options.IdentityProvider, clock), there, clock.GetUtcNow());
        }
        catch (SamlMetadataException exception)
        {
            findings.Fail("metadata-drift", Setting, $"The published metadata do not fit the settings: {exception.Message}", "Ask the operator what has changed.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            findings.Warn("metadata-unreachable", Setting, "The published metadata cannot be fetched.", "Look at address, file and firewall.");
        }
    }

    private static void Compare(HealthFindings findings, SamlIdentityProvider here, SamlIdentityProvider there, DateTimeOffset now)
    {
        var differences = Differences(here, there).ToArray();
        foreach (var (found, action) in differences)
            findings.Fail("metadata-drift", Setting, found, action);
        // Operators leave old certificates in their metadata; those are not coming.
        foreach (var coming in there.SigningCertificates.Where(certificate => certificate.NotAfter.ToUniversalTime() > now && !Has(here, certificate)))
            findings.Warn("metadata-new-key", Setting, $"The identity provider publishes a certificate that is not in the settings (SHA-256 {Hash(coming)}).", "Ask the operator whether it is theirs, and add it beside the old one before they change.");
        if (differences.Length == 0)
            findings.Ok("metadata", Setting, "Name, addresses and certificates in the settings are those that are published.");
    }

    private static IEnumerable<(string Found, string Action)> Differences(SamlIdentityProvider here, SamlIdentityProvider there)
    {
        const string Action = "Ask the operator, then change the settings.";
        if (here.PostAddress is { } post && post != there.PostAddress)
            yield return ($"The address for posted requests is now {there.PostAddress?.ToString() ?? "none"}.", Action);
        if (here.RedirectAddress is { } redirect && redirect != there.RedirectAddress)
            yield return ($"The address for redirects is now {there.RedirectAddress?.ToString() ?? "none"}.", Action);
        if (!here.SigningCertificates.Any(certificate => Has(there, certificate)))
            yield return ("None of the certificates in the settings is published any more.", Action);
    }

    private static bool Has(SamlIdentityProvider provider, X509Certificate2 certificate) => provider.SigningCertificates.Any(certificate.Equals);

    private static string Hash(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static Task<byte[]> FetchAsync(HealthFindings findings, SamlIdentityProviderOptions options, string place, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)
            return DownloadAsync(findings, options, address, clock, cancellationToken);
        return new FileInfo(place) is { Exists: true, Length: <= Longest } ? File.ReadAllBytesAsync(place, cancellationToken) : throw new IOException("No file of at most one MiB, and no https address.");
    }

    private static async Task<byte[]> DownloadAsync(HealthFindings findings, SamlIdentityProviderOptions options, Uri address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var backEnd = new HttpBackEnd { TrustAnchors = HttpDefaults.TrustAnchors(options.PublishedMetadataAnchorsPem), Proxy = options.PublishedMetadataProxy };
        using var client = new HttpClient(HttpDefaults.CreateHandler(backEnd)) { Timeout = LongestWait, MaxResponseContentBufferSize = Longest };
        using var answer = await client.GetAsync(address, cancellationToken).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        findings.Clock(Setting, answer.Headers.Date, clock.GetUtcNow());
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }
}
