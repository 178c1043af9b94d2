using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>Keeps Sandbox and production apart, and refuses to promise what a store in memory cannot keep.</summary>
internal sealed class EnvironmentValidator(string tenant, string section, IServiceProvider services) : IValidateOptions<PaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentsOptions options)
    {
        if (name != tenant || options is not { Environment: { } environment, BaseAddress: { } address })
            return ValidateOptionsResult.Skip;
        var refusals = Refusals(environment, address, options).OfType<string>().ToArray();
        return refusals.Length > 0 ? ValidateOptionsResult.Fail(refusals) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string?> Refusals(PaymentEnvironment environment, Uri address, PaymentsOptions options)
    {
        foreach (var refusal in new CertificateRules(tenant, section, services).Refusals(environment, options))
            yield return refusal;
        foreach (var refusal in CredentialRules.Refusals(section, options))
            yield return refusal;
        foreach (var refusal in DurationRules.Refusals(section, options))
            yield return refusal;
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
            yield return $"{section}: BaseAddress must be an absolute https address.";
        if (environment is PaymentEnvironment.Sandbox)
            yield return SandboxGuard.SandboxRefusal(section, services.GetService<IHostEnvironment>());
        else if (!services.GetRequiredKeyedService<IPaymentStore>(tenant).IsDurable)
            yield return $"{section}: payments need a durable store outside the Sandbox. Call AddEntityFrameworkStore<TDbContext>() or UseStore(...).";
        if (environment is PaymentEnvironment.Production)
            yield return SandboxGuard.ProductionRefusal(section, address);
    }
}
