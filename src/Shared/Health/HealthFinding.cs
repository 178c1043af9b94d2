namespace BaseComponents.Shared.Health;

/// <summary>How bad a finding is; a higher value is worse.</summary>
internal enum FindingSeverity
{
    Ok,
    Skipped,
    Warning,
    Error,
}

/// <summary>One thing that was looked at. It holds no secret and nothing about a person.</summary>
/// <param name="Tenant">Registration that it belongs to.</param>
/// <param name="Code">What kind of finding it is, the same in every version.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Subject">Setting or address that was looked at.</param>
/// <param name="Found">What is there.</param>
/// <param name="Action">What to do; empty where nothing is.</param>
internal sealed record HealthFinding(string Tenant, string Code, FindingSeverity Severity, string Subject, string Found, string Action)
{
    private const string Docs = "docs/operations.md#the-doctor";

    /// <summary>As logs and health pages show it, in one sentence or two.</summary>
    public override string ToString() => $"{Tenant}{(Tenant.Length == 0 ? "" : " ")}{Subject}: {Found} {Action}".TrimEnd();

    /// <summary>As monitoring and the tool get it.</summary>
    public IReadOnlyDictionary<string, string> ToData() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tenant"] = Tenant,
        ["code"] = Code,
        ["severity"] = Severity.ToString().ToLowerInvariant(),
        ["subject"] = Subject,
        ["found"] = Found,
        ["action"] = Action,
        ["docs"] = Docs,
    };
}
