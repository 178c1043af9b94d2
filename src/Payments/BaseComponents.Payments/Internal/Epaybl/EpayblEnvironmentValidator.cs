using BaseComponents.Payments.Epaybl;
using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal.Epaybl;

/// <summary>Keeps Sandbox and production apart, and asks for what the protocol needs.</summary>
internal sealed class EpayblEnvironmentValidator(string name, string section, IServiceProvider services) : IValidateOptions<EpayblOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, EpayblOptions options)
    {
        if (optionsName != name || options is not { Environment: { } environment, BaseAddress: { } address, Protocol: { } protocol })
            return ValidateOptionsResult.Skip;
        var refusals = Refusals(environment, address, options).Concat(ProtocolRefusals(protocol, options)).OfType<string>().ToArray();
        return refusals.Length > 0 ? ValidateOptionsResult.Fail(refusals) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string?> Refusals(PaymentEnvironment environment, Uri address, EpayblOptions options)
    {
        foreach (var refusal in new CertificateRules(EpayblCertificates.KeyOf(name), section, services).Refusals(environment, EpayblCertificates.AsPayments(options)))
            yield return refusal;
        foreach (var refusal in services.GetRequiredService<EnvironmentMix>().Refusals(section))
            yield return refusal;
        yield return OperatorHosts.Refusal(section, environment, address);
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
            yield return $"{section}:Timeout must lie between {TimeSpan.FromSeconds(1):c} and {TimeSpan.FromMinutes(5):c}.";
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
            yield return $"{section}: BaseAddress must be an absolute https address.";
        if (options.PayPageAddress is { } page && !IsPage(page, environment))
            yield return $"{section}: PayPageAddress must be an absolute https address without a query.";
        if (options.NotifyAddress is { } notify && !IsPage(notify, environment))
            yield return $"{section}: NotifyAddress must be an absolute https address without a query.";
        if (environment is PaymentEnvironment.Sandbox)
            yield return SandboxGuard.SandboxRefusal(section, services.GetService<IHostEnvironment>());
        if (environment is PaymentEnvironment.Production)
            yield return SandboxGuard.ProductionRefusal(section, address);
    }

    private IEnumerable<string?> ProtocolRefusals(EpayblProtocol protocol, EpayblOptions options)
    {
        if (protocol is not EpayblProtocol.Soap)
            yield break;
        if (options.ListStyle is null)
            yield return $"{section}: SOAP needs ListStyle, Version2 or Version3; the operator knows which ePayBL it runs.";
        if (options.PayPageAddress is null)
            yield return $"{section}: SOAP needs PayPageAddress, which no answer names.";
    }

    private static bool IsPage(Uri address, PaymentEnvironment environment) =>
        address.IsAbsoluteUri && address.Query.Length == 0 && address.Fragment.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && environment is PaymentEnvironment.Sandbox));
}
