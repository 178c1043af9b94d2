using System.Net;
using System.Net.Sockets;
using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

/// <summary>Applications that die in the middle of a start. The Sandbox, a process of its own, counts the payments.</summary>
public sealed class KillTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("payments-kill-").FullName;
    private SandboxProcess _sandbox = null!;

    private string DatabaseFile => Path.Combine(_folder, "app.db");

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_between_call_and_answer_the_payment_is_found_again()
    {
        await LedgerRow.ArmAsync(_sandbox.Address, "payments.create.delay-answer", milliseconds: 60_000);
        await using var victim = Client(_sandbox.SettingsFile);
        await EventuallyAsync(async () => (await LedgerAsync()).Count == 1);
        await victim.KillAsync();
        (await StoredAsync()).Should().BeEquivalentTo(new { State = PaymentState.Creating, PayPage = (Uri?)null });

        var result = await FinishAsync();

        var row = (await LedgerAsync()).Should().ContainSingle().Subject;
        result.Should().Be($"RESULT Open {new Uri(_sandbox.Address, row.PayPage)}");
    }

    [Fact]
    public async Task Killed_before_the_call_arrives_the_intent_is_finished_by_the_next_start()
    {
        using var hole = new TcpListener(IPAddress.Loopback, 0);
        hole.Start();
        await using var victim = Client(SettingsTowards(((IPEndPoint)hole.LocalEndpoint).Port));
        using var swallowed = await hole.AcceptTcpClientAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        await victim.KillAsync();
        (await StoredAsync()).Should().BeEquivalentTo(new { State = PaymentState.Creating });
        (await LedgerAsync()).Should().BeEmpty();

        var result = await FinishAsync();

        result.Should().StartWith("RESULT Open http");
        (await LedgerAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Two_processes_that_start_one_reference_make_one_payment()
    {
        // A deployment makes the tables before the instances start; here the race is for the payment alone.
        (await StoredAsync()).Should().BeNull();

        // Four processes: at two, the second one may come when the first one is through.
        var clients = Enumerable.Range(0, 4).Select(_ => Client(_sandbox.SettingsFile)).ToArray();
        var results = await Task.WhenAll(clients.Select(client => client.OutputAsync()));
        foreach (var client in clients)
            await client.DisposeAsync();

        var row = (await LedgerAsync()).Should().ContainSingle().Subject;
        results.Select(result => result.Trim()).Should().AllBe($"RESULT Open {new Uri(_sandbox.Address, row.PayPage)}");
    }

    [Fact]
    public async Task A_service_that_died_is_a_transient_fault_and_the_intent_completes_later()
    {
        await _sandbox.KillAsync();
        (await FinishAsync()).Should().Be("FAULT payments-service-unavailable True");
        (await StoredAsync()).Should().BeEquivalentTo(new { State = PaymentState.Creating, Attempt = 1 });

        _sandbox = await _sandbox.StartAgainAsync();
        (await FinishAsync()).Should().StartWith("RESULT Open http");
        var before = await LedgerAsync();
        await _sandbox.KillAsync();
        _sandbox = await _sandbox.StartAgainAsync();

        (await LedgerAsync()).Should().Equal(before).And.ContainSingle();
    }

    private ChildProcess Client(string settings) => CrashClient.Start(settings, DatabaseFile);

    private async Task<string> FinishAsync()
    {
        await using var client = Client(_sandbox.SettingsFile);
        return (await client.OutputAsync()).Split('\n')[0].Trim();
    }

    private async Task<Payment?> StoredAsync()
    {
        await using var application = await Application.StartAsync(_sandbox.Settings, DatabaseFile);
        return await application.Payments.FindAsync("case-1");
    }

    private string SettingsTowards(int port)
    {
        var file = Path.Combine(_folder, "elsewhere.json");
        var address = new Uri(_sandbox.Settings["BaseComponents:Payments:BaseAddress"]!);
        File.WriteAllText(file, File.ReadAllText(_sandbox.SettingsFile).Replace($"{address.Authority}{address.AbsolutePath}", $"127.0.0.1:{port}{address.AbsolutePath}", StringComparison.Ordinal));
        return file;
    }

    private Task<IReadOnlyList<LedgerRow>> LedgerAsync() => LedgerRow.AllAsync(_sandbox.Address);

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
            await Task.Delay(50, limit.Token);
    }
}
