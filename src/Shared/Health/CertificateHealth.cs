using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Shared.Health;

/// <summary>How long certificates still last.</summary>
internal static class CertificateHealth
{
    private const int Soon = 30;
    private const int Now = 7;

    public static void Certificate(this HealthFindings findings, string setting, X509Certificate2 certificate, DateTimeOffset now)
    {
        if (certificate.NotBefore.ToUniversalTime() > now)
            findings.Fail("certificate-not-yet-valid", setting, $"It begins on {Day(certificate.NotBefore)}.", "Use it from then on; look at the clock of this machine.");
        else
            findings.CertificateEnd(setting, certificate.NotAfter.ToUniversalTime(), now);
    }

    public static void CertificateEnd(this HealthFindings findings, string setting, DateTimeOffset end, DateTimeOffset now)
    {
        var days = (int)Math.Floor((end - now).TotalDays);
        var left = string.Create(CultureInfo.InvariantCulture, $"It ends on {Day(end.UtcDateTime)}, in {days} day(s).");
        if (days < 0)
            findings.Fail("certificate-expired", setting, $"It ended on {Day(end.UtcDateTime)}.", "Order a new one, have the other side enter it, and put it in the place of this one.");
        else if (days <= Now)
            findings.Fail("certificate-ends-now", setting, left, "Replace it now.");
        else if (days <= Soon)
            findings.Warn("certificate-ends-soon", setting, left, "Order a new one, and tell the other side of it.");
        else
            findings.Ok("certificate", setting, left);
    }

    /// <summary>Whether a certificate with that end would be more than counted.</summary>
    public static bool EndsSoon(this DateTimeOffset now, DateTimeOffset end) => Math.Floor((end - now).TotalDays) <= Soon;

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
