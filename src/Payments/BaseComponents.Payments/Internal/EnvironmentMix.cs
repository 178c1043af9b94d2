using BaseComponents.Payments.Epaybl;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Payments.Internal;

/// <summary>A registration as the configuration holds it.</summary>
/// <param name="Name">The name of the registration; ePayBL has that of the payments that use it.</param>
/// <param name="Section">Its settings.</param>
internal sealed record PaymentRegistration(string Name, IConfigurationSection Section);

/// <summary>
/// Refuses a process in which a test registration and a production registration share a host, a certificate or a Mandant: one of the two was copied and
/// not finished.
/// </summary>
internal sealed class EnvironmentMix(IEnumerable<PaymentRegistration> registrations)
{
    private static readonly string[] Shared =
    [
        nameof(PaymentsOptions.BaseAddress), nameof(PaymentsOptions.ClientCertificatePem), nameof(PaymentsOptions.ClientCertificatePath), nameof(PaymentsOptions.ClientCertificateThumbprint),
        nameof(PaymentCredentialOptions.Secret), nameof(EpayblOptions.Mandant),
    ];

    public IEnumerable<string> Refusals(string section)
    {
        if (registrations.FirstOrDefault(registration => registration.Section.Path == section) is not { Name: var name, Section: var own })
            yield break;
        foreach (var twin in registrations.Where(other => other.Name == name && Environment(other.Section) is { } stated && stated != Environment(own)))
            yield return $"{section} is {Environment(own)}, and {twin.Section.Path}, which it works with, is {Environment(twin.Section)}.";
        if (Stage(own) is not { } stage)
            yield break;
        foreach (var other in registrations.Select(static registration => registration.Section).Where(other => Stage(other) is { } otherStage && otherStage != stage))
        {
            foreach (var setting in Shared.Where(setting => Value(own, setting) is { } value && value == Value(other, setting)))
                yield return $"{section} is {stage}, {other.Path} is {Stage(other)}, and both have the same {setting}. Test and production have settings of their own.";
        }
    }

    private static PaymentEnvironment? Environment(IConfigurationSection section) =>
        Enum.TryParse<PaymentEnvironment>(section[nameof(PaymentsOptions.Environment)], ignoreCase: true, out var environment) ? environment : null;

    private static PaymentEnvironment? Stage(IConfigurationSection section) => Environment(section) is { } stage and not PaymentEnvironment.Sandbox ? stage : null;

    // Of an address the host decides: the paths of two stages may differ.
    private static string? Value(IConfigurationSection section, string setting)
    {
        var value = setting == nameof(PaymentCredentialOptions.Secret) ? section[$"{nameof(PaymentsOptions.Credentials)}:{setting}"] : section[setting];
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return setting == nameof(PaymentsOptions.BaseAddress) && Uri.TryCreate(value, UriKind.Absolute, out var address) ? address.Authority : value.Trim();
    }
}
