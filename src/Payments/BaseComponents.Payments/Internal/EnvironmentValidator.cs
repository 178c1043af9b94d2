using BaseComponents.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.Payments.Internal;

/// <summary>Keeps Sandbox, test and production apart, and refuses to promise what a store in memory cannot keep.</summary>
internal sealed class EnvironmentValidator(string tenant, string section, IServiceProvider services) : IValidateOptions<PaymentsOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentsOptions options)
    {
        if (name != tenant || options.Environment is not { } environment)
            return ValidateOptionsResult.Skip;
        var refusals = Refusals(environment, options).OfType<string>().ToArray();
        return refusals.Length > 0 ? ValidateOptionsResult.Fail(refusals) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string?> Refusals(PaymentEnvironment environment, PaymentsOptions options)
    {
        // Another back end has settings and rules of its own.
        var isXBezahldienst = !services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(BackEnd), tenant);
        foreach (var refusal in isXBezahldienst ? ServiceRefusals(environment, options) : [])
            yield return refusal;
        foreach (var refusal in DurationRules.Refusals(section, options).Concat(services.GetRequiredService<EnvironmentMix>().Refusals(section)))
            yield return refusal;
        if (environment is PaymentEnvironment.Sandbox)
            yield return SandboxGuard.SandboxRefusal(section, services.GetService<IHostEnvironment>());
        else if (!services.GetRequiredKeyedService<IPaymentStore>(tenant).IsDurable)
            yield return $"{section}: payments need a durable store outside the Sandbox. Call AddEntityFrameworkStore<TDbContext>() or UseStore(...).";
    }

    private IEnumerable<string?> ServiceRefusals(PaymentEnvironment environment, PaymentsOptions options)
    {
        yield return options.OriginatorId is null ? $"{section}: OriginatorId is missing; the operator names it." : null;
        yield return options.EndPointId is null ? $"{section}: EndPointId is missing; the operator names it." : null;
        foreach (var refusal in new CertificateRules(tenant, section, services).Refusals(environment, options).Concat(CredentialRules.Refusals(section, options)))
            yield return refusal;
        if (options.BaseAddress is not { IsAbsoluteUri: true, Scheme: "https" } address)
            yield return $"{section}: BaseAddress must be an absolute https address.";
        else if (environment is PaymentEnvironment.Production)
            yield return SandboxGuard.ProductionRefusal(section, address) ?? OperatorHosts.Refusal(section, environment, address);
        else
            yield return OperatorHosts.Refusal(section, environment, address);
    }
}
