using System.Text;
using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>The transcripts in <c>docs/operations.md</c> are what the tool prints, but for days, seconds and hashes.</summary>
public sealed partial class DoctorTranscriptTests : IAsyncLifetime
{
    private DoctorSetUp _setUp = null!;

    public async ValueTask InitializeAsync() => _setUp = await DoctorSetUp.StartAsync();

    public ValueTask DisposeAsync() => _setUp.DisposeAsync();

    [Fact]
    public Task A_healthy_set_up() => ShouldPrintAsync("healthy", 0, onlyBad: false);

    [Fact]
    public Task A_certificate_that_has_ended()
    {
        _setUp["Eid:BundId:SigningCertificate:Pem"] = DoctorCertificates.EndsIn(-1.5);
        _setUp["Eid:EidServer:SigningCertificate:Pem"] = DoctorCertificates.EndsIn(20.5);
        return ShouldPrintAsync("certificate", 1, onlyBad: true, "--only", "eid", "--offline");
    }

    [Fact]
    public async Task Metadata_that_have_drifted()
    {
        var metadata = Encoding.UTF8.GetString(await _setUp.FetchAsync("/bundid/metadata"));
        await File.WriteAllTextAsync(_setUp.PathOf("published.xml"), metadata.Replace("http://127.0.0.1", "https://sso.example", StringComparison.Ordinal).Replace(":" + _setUp.Address.Port, "", StringComparison.Ordinal));
        _setUp["Eid:BundId:IdentityProvider:PublishedMetadata"] = _setUp.PathOf("published.xml");
        await ShouldPrintAsync("metadata", 1, onlyBad: true, "--only", "eid");
    }

    [Fact]
    public async Task A_right_that_is_missing()
    {
        _setUp["Eid:EidServer:OptionalAttributes:0"] = "PlaceOfResidence";
        await _setUp.SwitchOnAsync("eid-server.server-info.fewer-rights");
        await ShouldPrintAsync("rights", 1, onlyBad: true, "--only", "eid");
    }

    [Fact]
    public Task Credentials_that_are_wrong()
    {
        _setUp["Payments:OriginatorId"] = "wrong";
        return ShouldPrintAsync("credentials", 1, onlyBad: true, "--only", "payments");
    }

    [Fact]
    public async Task A_relay_from_which_TLS_was_stripped()
    {
        await _setUp.SwitchOnAsync("mail.starttls.missing");
        await ShouldPrintAsync("starttls", 1, onlyBad: true, "--only", "mail");
    }

    private async Task ShouldPrintAsync(string name, int exitCode, bool onlyBad, params string[] arguments)
    {
        await using var tool = new RunningTool(["doctor", "--settings", await _setUp.WriteAsync(), .. arguments]);
        var (code, lines) = await tool.EndWithLinesAsync();
        var shown = onlyBad ? lines.Where(static line => !line.StartsWith("ok ", StringComparison.Ordinal) && !line.StartsWith("skipped ", StringComparison.Ordinal)).ToArray() : lines;
        var command = $"$ basecomponents doctor --settings appsettings.json{string.Concat(arguments.Select(static word => " " + word))}{(onlyBad ? " | grep -vE '^(ok|skipped) '" : "")}";
        var printed = string.Join('\n', shown.Prepend(command)).TrimEnd();

        code.Should().Be(exitCode, printed);
        var documented = Block(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "operations.md")), name);
        Plain(documented).Should().Be(Plain(printed), $"docs/operations.md, transcript {name}, is to be:\n{printed}\n");
        documented.Should().NotContain(Path.GetTempPath()).And.NotContain("PRIVATE KEY");
    }

    private static string Block(string page, string name)
    {
        var match = Regex.Match(page.ReplaceLineEndings("\n"), $"<!-- transcript: {name} -->\n\n```text\n(?<text>.*?)\n```", RegexOptions.Singleline);
        return match.Success ? match.Groups["text"].Value : "";
    }

    private static string Plain(string text) => Changing().Replace(text, "…");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "BaseComponents.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}|in [0-9]+ day\\(s\\)|by [0-9]+ s|[0-9A-F]{64}")]
    private static partial Regex Changing();
}
