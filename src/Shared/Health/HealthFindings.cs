using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Shared.Health;

/// <summary>Collects what a check finds, for one tenant after the other.</summary>
internal sealed class HealthFindings
{
    private readonly string _tenant;
    private readonly List<HealthFinding> _all;

    public HealthFindings()
        : this("", [])
    {
    }

    private HealthFindings(string tenant, List<HealthFinding> all) => (_tenant, _all) = (tenant, all);

    public HealthFindings For(string tenant) => new(tenant, _all);

    public void Ok(string code, string subject, string found) => Add(code, FindingSeverity.Ok, subject, found, "");

    public void Skip(string code, string subject, string reason) => Add(code, FindingSeverity.Skipped, subject, reason, "");

    public void Warn(string code, string subject, string found, string action) => Add(code, FindingSeverity.Warning, subject, found, action);

    public void Fail(string code, string subject, string found, string action) => Add(code, FindingSeverity.Error, subject, found, action);

    /// <param name="failure">What an error means to the application.</param>
    /// <param name="more">What else monitoring gets.</param>
    public HealthCheckResult ToResult(HealthStatus failure, Dictionary<string, object>? more = null)
    {
        var data = more ?? [];
        data["findings"] = _all.Select(static finding => finding.ToData()).ToArray();
        var worst = _all.Count == 0 ? FindingSeverity.Ok : _all.Max(static finding => finding.Severity);
        var status = worst switch
        {
            FindingSeverity.Error => failure,
            FindingSeverity.Warning => HealthStatus.Degraded,
            _ => HealthStatus.Healthy,
        };
        var said = _all.Where(static finding => finding.Severity >= FindingSeverity.Warning).OrderByDescending(static finding => finding.Severity);
        return new HealthCheckResult(status, string.Join(' ', said.Select(static finding => finding.ToString())), data: data);
    }

    private void Add(string code, FindingSeverity severity, string subject, string found, string action) => _all.Add(new HealthFinding(_tenant, code, severity, subject, found, action));
}
