using BaseComponents.Tests.Scale.Eid;
using BaseComponents.Tests.Scale.Payments.Tenants;

namespace BaseComponents.Tests.Scale;

/// <summary>
/// Runs the tests as every test project does, and three things more: <c>eid [--quick]</c> and <c>payments-tenants [--quick]</c> print figures as RESULT lines,
/// <c>node</c> is one node of an application and is started by the runs.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["node"] => await Node.RunAsync(),
        ["eid"] => await EidRuns.RunAsync(quick: false),
        ["eid", "--quick"] => await EidRuns.RunAsync(quick: true),
        ["payments-tenants"] => await PaymentsTenantsRun.RunAsync(quick: false),
        ["payments-tenants", "--quick"] => await PaymentsTenantsRun.RunAsync(quick: true),
        _ when args.Any(argument => argument is "-automated" or "@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
        _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
