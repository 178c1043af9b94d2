using Microsoft.Extensions.Options;

namespace BaseComponents.Shared.Health;

/// <summary>Settings that are refused are findings too, and what another tenant has is looked at all the same.</summary>
internal static class HealthGuard
{
    public static async Task GuardAsync(this HealthFindings findings, Func<Task> look)
    {
        try
        {
            await look().ConfigureAwait(false);
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                findings.Fail("settings-invalid", "settings", failure, "Mend the setting; the application does not start with it.");
        }
        catch (CertificateSourceException exception)
        {
            findings.Fail("certificate-unusable", "certificate", exception.Message, "Name a file or PEM text with certificate and key, and its password.");
        }
    }
}
