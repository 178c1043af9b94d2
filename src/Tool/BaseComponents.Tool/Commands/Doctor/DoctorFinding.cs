namespace BaseComponents.Tool.Commands.Doctor;

/// <summary>One line of the report; its names are those of the JSON.</summary>
internal sealed record DoctorFinding(string Component, string Tenant, string Code, string Severity, string Subject, string Found, string Action, string Docs)
{
    public const string Ok = "ok";
    public const string Skipped = "skipped";
    public const string Warning = "warning";
    public const string Error = "error";
    public const string Page = "docs/operations.md#the-doctor";
}
