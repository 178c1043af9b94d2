using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using Spectre.Console;

namespace BaseComponents.Tool.Commands.Saml;

/// <summary><c>basecomponents saml lint</c>: what BundID would refuse, before it is sent.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source")
        {
            Description = "A settings file (JSON) with the section of BundID; or a request: a file with its XML, a form value, an address with SAMLRequest=…, or - for the standard input.",
        };
        var section = new Option<string>("--section") { Description = "Section of the settings.", DefaultValueFactory = _ => "BaseComponents:Eid:BundId" };
        var json = new Option<bool>("--json") { Description = "Prints the findings as JSON." };
        var command = new Command("lint", "Checks settings or a request for what BundID would refuse. Ends with 1 where there is an error, 2 where nothing could be checked.") { source, section, json };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetRequiredValue(source), result.GetRequiredValue(section), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string source, string section, bool json, CancellationToken cancellationToken)
    {
        IReadOnlyList<SamlFinding> findings;
        try
        {
            findings = source.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? BundIdOptionsLinter.Check(SettingsSection.Read<BundIdOptions>(source, section))
                : Check(await TextSource.ReadAsync(source, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"Nothing could be checked: {exception.Message}");
            return ExitCodes.Unusable;
        }

        Print(findings, json);
        return findings.Any(finding => finding.Severity is SamlFindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.Good;
    }

    private static IReadOnlyList<SamlFinding> Check(string text) => SamlMessage.Find(text) is { } message
        ? BundIdMessageLinter.Check(message.Xml, message.IsSignedInAddress)
        : throw new InvalidDataException("the text holds no SAML request. Give a file with its XML, the form value SAMLRequest, or the whole address.");

    private static void Print(IReadOnlyList<SamlFinding> findings, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(findings.Select(finding => new { severity = finding.Severity.ToString(), code = finding.Code, message = finding.Message })));
            return;
        }

        foreach (var finding in findings)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[{(finding.Severity is SamlFindingSeverity.Error ? "red" : "yellow")}]{finding.Severity}[/] [bold]{finding.Code}[/] {finding.Message}");
        if (findings.Count == 0)
            AnsiConsole.WriteLine("Nothing found that BundID would refuse.");
    }
}
