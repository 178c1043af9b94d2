using BaseComponents.Payments;
using BaseComponents.Payments.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary>The database of an application with payments as they come about, and its settings.</summary>
internal sealed class TreasuryDatabase : IAsyncDisposable
{
    public static readonly DateTimeOffset Day = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("treasury-tool-").FullName;
    private readonly ServiceProvider _services;

    private TreasuryDatabase()
    {
        var services = new ServiceCollection();
        foreach (var name in new[] { "", "dresden" })
            services.AddPayments(name, new ConfigurationBuilder().Build().GetSection("none")).AddEntityFrameworkStore(options => options.UseSqlite($"Data Source={Path}"));
        _services = services.BuildServiceProvider();
    }

    public string Path => In("payments.db");

    public static async Task<TreasuryDatabase> CreateAsync()
    {
        var database = new TreasuryDatabase();
        await PaymentsDatabase.UpgradeAsync(database._services);
        await File.WriteAllTextAsync(database.In("appsettings.json"), """
            {
              "ConnectionStrings": { "Broken": "Password=geheim;Nonsense" },
              "BaseComponents": { "Payments": {
                "Environment": "Test", "BaseAddress": "https://bezahldienst.invalid/", "OriginatorId": "hund", "EndPointId": "14522180",
                "Authentication": "Basic", "Credentials": { "Name": "hund", "Secret": "geheim" }, "Timeout": "00:00:02",
                "Transfer": { "AccountHolder": "Stadtkasse", "Iban": "DE89 3704 0044 0532 0130 00" } } }
            }
            """);
        return database;
    }

    public string In(string file) => System.IO.Path.Combine(_folder, file);

    public async Task AddAsync(string reference, PaymentState state, string? kassenzeichen = null, int attempt = 1, decimal amount = 96m, string tenant = "")
    {
        var added = await _services.GetRequiredKeyedService<IPaymentStore>(tenant).TryAddAsync(new PaymentRecord
        {
            Tenant = tenant,
            Reference = reference,
            Attempt = attempt,
            RequestId = Guid.NewGuid().ToString("N"),
            Fingerprint = "f",
            Amount = new Euro(amount),
            State = state,
            TransactionReference = kassenzeichen,
            CreatedAt = Day.AddMinutes(attempt),
            PaidAt = state is PaymentState.Paid or PaymentState.PaidLate or PaymentState.DoublePayment ? Day.AddHours(1) : null,
            UpdatedAt = Day.AddHours(1),
        });
        added.Should().BeTrue();
    }

    public async Task<IReadOnlyList<PaymentState>> StatesAsync(string reference, string tenant = "") =>
        [.. (await _services.GetRequiredKeyedService<IPaymentStore>(tenant).ListAttemptsAsync(tenant, reference)).Select(attempt => attempt.State)];

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        (await command.ExecuteNonQueryAsync()).Should().BePositive();
    }

    /// <summary>Runs a command of the tool on this database.</summary>
    public async Task<(int ExitCode, string Printed)> RunAsync(params string[] arguments)
    {
        await using var tool = new RunningTool(["payments", .. arguments, "--database", $"sqlite:{Path}", "--settings", In("appsettings.json")]);
        return await tool.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
