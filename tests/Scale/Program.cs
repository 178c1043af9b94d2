using BaseComponents.Tests.Scale.Eid;

namespace BaseComponents.Tests.Scale;

/// <summary>
/// Runs the tests as every test project does, and two things more: <c>eid [--quick]</c> prints the figures of the log-in as RESULT lines,
/// <c>node</c> is one node of an application and is started by the runs.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["node"] => await Node.RunAsync(),
        ["eid"] => await EidRuns.RunAsync(quick: false),
        ["eid", "--quick"] => await EidRuns.RunAsync(quick: true),
        _ when args.Any(argument => argument is "-automated" or "@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
        _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
