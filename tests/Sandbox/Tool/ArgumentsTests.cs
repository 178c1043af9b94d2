namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary>The command line before any command runs.</summary>
public sealed class ArgumentsTests
{
    [Theory]
    [InlineData]
    [InlineData("nonsense")]
    [InlineData("authorities", "resolve", "Hund", "Freiberg", "--nonsense")]
    [InlineData("sandbox", "--http-port", "x")]
    [InlineData("payments", "resolve")]
    public async Task What_is_not_understood_shows_the_help_and_is_no_finding(params string[] arguments)
    {
        await using var tool = new RunningTool(arguments);

        var (exitCode, printed) = await tool.EndAsync();

        exitCode.Should().Be(2);
        printed.Should().Contain("Usage: basecomponents");
    }

    [Theory]
    [InlineData("--help", "Usage: basecomponents [command] [options]")]
    [InlineData("--version", ".")]
    public async Task Help_and_version_are_answers(string option, string expected)
    {
        await using var tool = new RunningTool([option]);

        var (exitCode, printed) = await tool.EndAsync();

        exitCode.Should().Be(0);
        printed.Should().Contain(expected);
    }
}
