using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Payments.Internal;

/// <summary>Certificates as far as they can be judged at the start: named once, readable, and none of a Sandbox's in production.</summary>
internal sealed class CertificateRules(string tenant, string section, IServiceProvider services)
{
    private bool HasCallback => services.GetKeyedService<ClientCertificateCallback>(tenant) is not null;

    public IEnumerable<string?> Refusals(PaymentEnvironment environment, PaymentsOptions options)
    {
        var isProduction = environment is PaymentEnvironment.Production;
        yield return PlaceRefusal(options, isNeeded: options.Authentication is PaymentAuthentication.ClientCertificate);
        yield return Refusal("TrustAnchorsPem", () => AnchorRefusal(options, isProduction));
        // A callback is not called at the start: it may reach for a card or a vault.
        if (isProduction && !HasCallback && ClientCertificates.AreNamed(options))
            yield return Refusal("client certificate", () => ClientRefusal(options));
    }

    private string? PlaceRefusal(PaymentsOptions options, bool isNeeded)
    {
        string?[] places = [options.ClientCertificatePem, options.ClientCertificatePath, options.ClientCertificateThumbprint];
        var named = places.Count(static place => !string.IsNullOrWhiteSpace(place)) + (HasCallback ? 1 : 0);
        return named == 1 || (named == 0 && !isNeeded)
            ? null
            : $"{section}: name exactly one place for the client certificate: ClientCertificatePem, ClientCertificatePath, ClientCertificateThumbprint, or UseClientCertificate(...) in code.";
    }

    private static string? AnchorRefusal(PaymentsOptions options, bool isProduction) =>
        HttpDefaults.TrustAnchors(options.TrustAnchorsPem).Any(SandboxGuard.IsOfSandbox) && isProduction
            ? "it holds a Sandbox's root, and production must not trust one. Take the root the operator named."
            : null;

    private static string? ClientRefusal(PaymentsOptions options)
    {
        using var certificate = CertificateSource.Load(ClientCertificates.SettingsOf(options));
        return SandboxGuard.IsOfSandbox(certificate) ? "it was issued by a Sandbox. Set the one the operator gave you." : null;
    }

    private string? Refusal(string what, Func<string?> check)
    {
        try
        {
            return check() is { } refusal ? $"{section}, {what}: {refusal}" : null;
        }
        catch (CertificateSourceException exception)
        {
            return $"{section}, {what}: {exception.Message}";
        }
    }
}
