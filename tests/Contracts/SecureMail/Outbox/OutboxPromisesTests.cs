using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.Contracts.SecureMail.Outbox;

/// <summary>The store on PostgreSQL keeps every promise, however the application has set it up.</summary>
public sealed class OutboxPromisesTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    public static TheoryData<string, bool> Checks
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var check in MailOutboxConformance.Checks)
            {
                data.Add(check.Name, false);
                data.Add(check.Name, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_a_database_of_its_own(string name, bool retries)
    {
        var database = await server.DatabaseAsync();
        await using var first = await server.OwnAsync(database, retries);
        await using var second = await server.OwnAsync(database, retries);

        await Check(name).RunAsync(first.Store(), second.Store(), first.AddAsync, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task In_the_context_of_the_application(string name, bool retries)
    {
        var database = await server.DatabaseAsync();
        await using var first = await server.ApplicationAsync(database, retries);
        await using var second = await server.ApplicationAsync(database, retries);

        await Check(name).RunAsync(first.Store(), second.Store(), first.AddAsync, TestContext.Current.CancellationToken);
    }

    private static MailOutboxCheck Check(string name) => MailOutboxConformance.Checks.Single(check => check.Name == name);
}
