using BaseComponents.Eid.Saml;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Logs what works but is probably not meant so.</summary>
internal static class SamlRemarks
{
    public static void Log(ILogger log, string scheme, EidSamlOptions options, IEnumerable<SamlFinding> findings)
    {
        foreach (var finding in findings.Where(finding => finding.Severity is SamlFindingSeverity.Warning && !options.AcceptedWarnings.Contains(finding.Code)))
            EidBrokerLog.Settings(log, scheme, finding.Code, finding.Message);
    }
}
