using BaseComponents.Tests.Journeys.BadInput;
using DogLicence.Walkthrough;
using EmployerReimbursement.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Journeys.Reimbursement;

/// <summary>One service with the Sandbox inside, for all tests of a class. Everything logged is kept at the finest level.</summary>
public sealed class ReimbursementBench : IAsyncLifetime
{
    public static string Sample { get; } = Path.Combine(TestPaths.Root, "samples", "EmployerReimbursement");

    public FreshServer Fresh { get; private set; } = null!;

    public LogBook Log { get; } = new();

    public Uri Address => Fresh.Server.Address;

    public async ValueTask InitializeAsync() => Fresh = await FreshServer.StartAsync(
        new Dictionary<string, string?>
        {
            ["EmployerReimbursement:UpkeepInterval"] = "00:00:00.200",
            ["EmployerReimbursement:FormsPerMinute"] = "10000",
            ["EmployerReimbursement:MaximumProofSize"] = "1048576",
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:Console:LogLevel:Default"] = "None",
        },
        Sample,
        services => services.AddLogging(logging => logging.AddProvider(Log)),
        plan: ReimbursementService.Plan);

    /// <summary>Waits for the one mail about an application in the Sandbox's inbox.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> MailAsync(string number)
    {
        using var browser = new global::DogLicence.Walkthrough.Browser();
        var mail = await new Inbox(browser, Fresh.Server.Sandbox!.Address).WaitForAsync($"Erstattung für Arbeitgeber, Vorgang {number}", TestContext.Current.CancellationToken);
        mail.To.Should().Be("ordnungsamt@freiberg.amt.example");
        mail.Signature.Should().Contain("stimmt");
        return (await mail.FilesAsync(TestContext.Current.CancellationToken)).ToDictionary(file => file.Name, file => file.Content);
    }

    public ValueTask DisposeAsync() => Fresh.DisposeAsync();
}
