using BaseComponents.SecureMail.Evidence;
using BaseComponents.Tests.Contracts.SecureMail.Outbox;
using BaseComponents.Tests.SecureMail.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Evidence;

/// <summary>The store of time stamps keeps its promises on PostgreSQL.</summary>
public sealed class EvidenceOnPostgreSqlTests(OutboxOnPostgreSql server) : IClassFixture<OutboxOnPostgreSql>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Orders_are_kept(bool retries)
    {
        await using var application = await server.OwnAsync(await server.DatabaseAsync(), retries);

        await EvidenceStorePromises.OrdersAsync(Store(application), Cancelled);
    }

    [Fact]
    public async Task They_end()
    {
        await using var application = await server.ApplicationAsync(await server.DatabaseAsync());

        await EvidenceStorePromises.EndsAsync(Store(application), Cancelled);
    }

    private static IMailEvidenceStore Store(ServiceProvider services) => services.GetRequiredKeyedService<IMailEvidenceStore>("");
}
