using System.Net.Http.Json;
using BaseComponents.Payments;
using BaseComponents.Payments.Epaybl;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>A Sandbox, and a client of each of ePayBL's interfaces, over mutual TLS with the settings that the Sandbox hands out.</summary>
public abstract class SandboxWithEpaybl : IAsyncLifetime
{
    private readonly List<IHost> _hosts = [];

    public SandboxServer Sandbox { get; private set; } = null!;

    internal ShiftedClock Clock { get; } = new();

    internal Citizen Citizen { get; } = new();

    public async ValueTask InitializeAsync() => Sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = Clock });

    public async ValueTask DisposeAsync()
    {
        Citizen.Dispose();
        foreach (var host in _hosts)
            host.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A client by its name: rest, soap2 or soap3.</summary>
    protected IEpayblClient Client(string wire, params (string Key, string? Value)[] changes) => Client(wire, static _ => { }, changes);

    protected IEpayblClient Client(string wire, Action<EpayblBuilder> complete, params (string Key, string? Value)[] changes)
    {
        var section = wire == "rest" ? "BaseComponents:Payments:Epaybl" : "BaseComponents:Payments:EpayblSoap";
        var own = changes.ToDictionary(change => $"{section}:{change.Key}", change => change.Value);
        if (wire == "soap2")
        {
            own[$"{section}:ListStyle"] = "Version2";
            own[$"{section}:BaseAddress"] = new Uri(Sandbox.MachineAddress, "/payments/epaybl/soap/2").AbsoluteUri;
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddConfiguration(Sandbox.Configuration).AddInMemoryCollection(own);
        complete(builder.Services.AddEpaybl(builder.Configuration.GetSection(section)));
        var host = builder.Build();
        _hosts.Add(host);
        return host.Services.GetRequiredService<IEpayblClient>();
    }

    protected static EpayblBookingList List(string number, decimal amount = 96m) => new()
    {
        TransactionNumber = number,
        Bookings =
        [
            new EpayblBooking { Text = "Hundesteuer 2027", Net = new Euro(amount - 1), BudgetItem = "1100.10001" },
            new EpayblBooking { Text = "Hundemarke", Net = new Euro(0.84m), Tax = new Euro(0.16m), BudgetItem = "1100.10001", ObjectNumber = "7" },
        ],
        DueAt = Now,
        DunningKey = "11000",
        Methods = [EpayblPaymentMethod.CreditCard, EpayblPaymentMethod.PayPal],
        Customer = new EpayblCustomer { Number = $"k-{number}", Name = "Onlinedienst" },
        Addresses = new EpayblAddresses { Success = new Uri("http://localhost:5999/zurueck?token=abc"), Cancel = new Uri("http://localhost:5999/abbruch"), Error = new Uri("http://localhost:5999/fehler") },
    };

    /// <summary>Books, and returns Kassenzeichen and pay page.</summary>
    protected static async Task<(string Kassenzeichen, Uri PayPage)> BookedAsync(IEpayblClient client, EpayblBookingList list)
    {
        var created = (await client.BookAsync(list)).Should().BeOfType<EpayblBookingOutcome.Created>().Which;
        return (created.Kassenzeichen!, created.PayPage!);
    }

    /// <summary>Opens the pay page by the address that browsers are sent to, presses a button and returns where the browser is sent.</summary>
    protected async Task<Uri> PressAsync(Uri payPage, string label)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var opened = await browser.GetAsync(payPage);
        return await Citizen.PressAsync(new Uri(payPage, opened.Headers.Location!), label);
    }

    protected async Task<IReadOnlyList<Claim>> ClaimsAsync()
    {
        using var http = new HttpClient();
        return await http.GetFromJsonAsync<Claim[]>(new Uri(Sandbox.Address, "/payments/ledger.json")) ?? [];
    }

    protected Task ArmAsync(string fault, int times = 1, int milliseconds = 0) => LedgerRow.ArmAsync(Sandbox.Address, fault, times, milliseconds);

    private static DateTimeOffset Now { get; } = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public sealed record Claim(string RequestId, decimal Amount, string Status, string? TransactionReference, string Interface);
}
