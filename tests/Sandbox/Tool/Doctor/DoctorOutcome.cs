using System.Text.Json;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>What the doctor reported as JSON.</summary>
internal sealed record DoctorOutcome(int ExitCode, bool Healthy, IReadOnlyList<DoctorOutcome.Line> Findings)
{
    public IEnumerable<Line> Bad => Findings.Where(static line => line.Severity is "warning" or "error");

    /// <summary>For the message of a test that fails.</summary>
    public string Said => $"it exits with {ExitCode} and says: {string.Join("; ", Bad)}";

    public static DoctorOutcome Read(int exitCode, string printed)
    {
        using var report = JsonDocument.Parse(printed);
        report.RootElement.EnumerateObject().Select(static field => field.Name).Should().Equal("version", "healthy", "findings");
        report.RootElement.GetProperty("version").GetInt32().Should().Be(1);
        return new DoctorOutcome(exitCode, report.RootElement.GetProperty("healthy").GetBoolean(), [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(Line.Read)]);
    }

    /// <summary>One finding and no other: with what it says about place and cure.</summary>
    public void HasOnly(string code, string severity, string component, string tenant, string subject, string action)
    {
        Bad.Should().ContainSingle(Said).Which.Should().Match<Line>(line => line.Code == code && line.Severity == severity && line.Component == component && line.Tenant == tenant && line.Subject == subject && line.Action.Contains(action), Said);
        ExitCode.Should().Be(severity == "error" ? 1 : 3);
        Healthy.Should().BeFalse();
    }

    /// <summary>One finding of the report.</summary>
    internal sealed record Line(string Component, string Tenant, string Code, string Severity, string Subject, string Found, string Action, string Docs)
    {
        private static readonly string[] Fields = ["component", "tenant", "code", "severity", "subject", "found", "action", "docs"];

        public static Line Read(JsonElement element)
        {
            element.EnumerateObject().Select(static field => field.Name).Should().Equal(Fields);
            var texts = element.EnumerateObject().Select(static field => field.Value.GetString()!).ToArray();
            return new Line(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7]);
        }
    }
}
