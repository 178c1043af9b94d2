using BaseComponents.Tests.Scale.Eid;
using BaseComponents.Tests.Scale.Mail;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Payments;
using BaseComponents.Tests.Scale.Payments.Audit;
using BaseComponents.Tests.Scale.Payments.Tenants;
using BaseComponents.Tests.Scale.Payments.Workers;
using BaseComponents.Tests.Scale.Web;
using BaseComponents.Tests.Scale.Web.Audit;
using BaseComponents.Tests.Scale.Web.Site;

namespace BaseComponents.Tests.Scale;

/// <summary>
/// Runs the tests as every test project does, and more: <c>eid [--quick]</c>, <c>payments [--quick] [--orders N]</c>, <c>payments-tenants [--quick]</c> and
/// <c>mail [--quick] [--mails N] [--mutants]</c> and <c>web [--quick] [--nodes N] [--journeys N] [--measure]</c> print their figures as RESULT lines; <c>node</c> and what ends in <c>-worker</c>, <c>-server</c>, <c>-sandbox</c> or <c>-auditor</c> are started by the runs.
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
        ["mail", .. var options] => await MailRuns.RunAsync(options),
        ["mail-worker"] => await MailWorker.RunAsync(),
        ["mail-server"] => await PostOffice.RunAsync(),
        ["mail-auditor"] => await MailAuditor.RunAsync(),
        ["web", .. var options] => await WebRuns.RunAsync(options),
        ["web-sandbox"] => await WebSandbox.RunAsync(),
        ["web-auditor"] => await WebAuditor.RunAsync(),
        ["payments-worker"] => await Worker.RunAsync(),
        ["payments-auditor"] => await Auditor.RunAsync(),
        ["payments", .. var options] => await PaymentRuns.RunAsync(options),
        _ when args.Any(argument => argument is "-automated" or "@@") => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
        _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    };
}
