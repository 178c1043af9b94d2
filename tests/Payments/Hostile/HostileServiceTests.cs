using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Payments.Hostile;

/// <summary>Whatever a service answers over a real connection: the application gets a typed fault in time, and nothing that is stored changes.</summary>
public sealed class HostileServiceTests
{
    // The time-out; the rest is for machines that are busy. So is the time-out: what is well must not exceed it.
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(20);

    public static TheoryData<string, Spoken> All { get; } = new(
        from name in HostileAnswers.All.Keys
        from spoken in Enum.GetValues<Spoken>()
        select (name, spoken));

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_order_stays_an_intent_and_is_taken_once_the_service_is_well(string name, Spoken spoken)
    {
        await using var service = await HostileService.StartAsync(spoken);
        using var host = Application(service, spoken);
        var payments = host.Services.GetRequiredService<IPaymentClient>();
        service.Instead = HostileAnswers.All[name].Give;

        await AssertFaultInTimeAsync(() => payments.StartAsync(Orders.DogTax()), HostileAnswers.All[name].Code);

        (await StoredAsync(host)).Should().BeEquivalentTo(new { State = PaymentState.Creating, Version = 0, TransactionId = (string?)null, PayPage = (Uri?)null });
        service.Asked.Should().NotContain(HostileService.Elsewhere);
        service.Instead = null;
        (await payments.StartAsync(Orders.DogTax())).Should().BeEquivalentTo(new { State = PaymentState.Open, Attempt = 1 });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_look_changes_nothing_and_finds_the_truth_once_the_service_is_well(string name, Spoken spoken)
    {
        await using var service = await HostileService.StartAsync(spoken);
        using var host = Application(service, spoken);
        var payments = host.Services.GetRequiredService<IPaymentClient>();
        await payments.StartAsync(Orders.DogTax());
        var before = await StoredAsync(host);
        service.Instead = HostileAnswers.All[name].Give;

        await AssertFaultInTimeAsync(() => payments.RefreshAsync("case-1"), HostileAnswers.All[name].Code);

        (await StoredAsync(host)).Should().Be(before);
        service.Asked.Should().NotContain(HostileService.Elsewhere);
        service.Instead = null;
        (await payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    private static async Task AssertFaultInTimeAsync(Func<Task> act, string code)
    {
        var since = Stopwatch.StartNew();
        (await act.Should().ThrowAsync<PaymentException>()).Which.Code.Should().Be(code);
        since.Elapsed.Should().BeLessThan(InTime);
    }

    private static async Task<PaymentRecord> StoredAsync(IHost host) => (await host.Services.StoreOf("").ListAttemptsAsync("", "case-1")).Single();

    private static IHost Application(HostileService service, Spoken spoken)
    {
        using var client = HostileService.Certificate("127.0.0.1");
        var access = new Dictionary<string, string?>
        {
            ["Timeout"] = TimeOut.ToString(),
            ["BaseAddress"] = service.Address.AbsoluteUri,
            ["TrustAnchorsPem"] = service.AnchorPem,
            ["ClientCertificatePem"] = $"{client.ExportCertificatePem()}\n{client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}",
        };
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Services.AddSingleton<TimeProvider>(new LeapingClock());
        builder.Configuration.AddInMemoryCollection(Settings.Valid([.. access.Select(pair => (pair.Key, pair.Value))]));
        builder.Configuration.AddInMemoryCollection(Epaybl(spoken, access));
        var payments = builder.Services.AddPayments(builder.Configuration.GetSection(Settings.Section));
        if (spoken is not Spoken.XBezahldienste)
            payments.UseEpaybl(builder.Configuration.GetSection("Epaybl"));
        return builder.Build();
    }

    private static Dictionary<string, string?> Epaybl(Spoken spoken, Dictionary<string, string?> access) => new(access.Select(pair => KeyValuePair.Create($"Epaybl:{pair.Key}", pair.Value)))
    {
        ["Epaybl:Environment"] = "Sandbox",
        ["Epaybl:Protocol"] = spoken is Spoken.EpayblSoap ? "Soap" : "Rest",
        ["Epaybl:ListStyle"] = "Version3",
        ["Epaybl:PayPageAddress"] = "https://bezahlen.example/paypage",
        ["Epaybl:Mandant"] = "M1",
        ["Epaybl:Bewirtschafter"] = "BW1",
        ["Epaybl:BudgetItem"] = "1100.1",
        ["Epaybl:DunningKey"] = "11000",
        ["Epaybl:Methods:0"] = "KREDITKARTE",
    };
}
