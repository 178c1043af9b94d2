using BaseComponents.Payments;
using BaseComponents.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>A Sandbox, an application with an empty database, and a citizen.</summary>
public abstract class SandboxAndApplication : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-").FullName;

    protected SandboxServer Sandbox { get; private set; } = null!;

    internal Application App { get; private set; } = null!;

    internal Citizen Citizen { get; } = new();

    /// <summary>The clock of the Sandbox and of every instance of the application.</summary>
    internal ShiftedClock Clock { get; } = new();

    protected IPaymentClient Payments => App.Payments;

    protected string DatabaseFile => Path.Combine(_folder, "app.db");

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions { StatePath = Path.Combine(_folder, "sandbox"), TimeProvider = Clock });
        App = await NewInstanceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Citizen.Dispose();
        await App.DisposeAsync();
        await Sandbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Another instance of the application on the same database.</summary>
    internal Task<Application> NewInstanceAsync(Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? services = null) =>
        Application.StartAsync(Sandbox.Configuration, DatabaseFile, settings, collection =>
        {
            collection.AddSingleton<TimeProvider>(Clock);
            services?.Invoke(collection);
        });

    internal Task<IReadOnlyList<LedgerRow>> LedgerAsync() => LedgerRow.AllAsync(Sandbox.Address);

    internal Task ArmAsync(string fault, int times = 1, int milliseconds = 0) => LedgerRow.ArmAsync(Sandbox.Address, fault, times, milliseconds);
}
