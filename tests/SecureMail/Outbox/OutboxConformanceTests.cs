using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>Both stores keep every promise.</summary>
public sealed class OutboxConformanceTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly OutboxDatabase _database = new();

    public static TheoryData<string> Checks => [.. MailOutboxConformance.Checks.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_memory(string name)
    {
        await using var services = lab.Services(null, mail => mail.AddInMemoryOutbox());

        await Check(name).RunAsync(services.Store(), services.Store(), services.AddAsync, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_sqlite_with_two_applications_on_one_file(string name)
    {
        await using var first = await _database.OwnAsync(lab);
        await using var second = await _database.OwnAsync(lab);

        await Check(name).RunAsync(first.Store(), second.Store(), first.AddAsync, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _database.Dispose();

    private static MailOutboxCheck Check(string name) => MailOutboxConformance.Checks.Single(check => check.Name == name);
}
