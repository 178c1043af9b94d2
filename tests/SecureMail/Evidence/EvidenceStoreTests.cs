using BaseComponents.SecureMail.Evidence;
using BaseComponents.Tests.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>Both stores keep what <see cref="IMailEvidenceStore"/> says.</summary>
public sealed class EvidenceStoreTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly OutboxDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_added_once_claimed_once_and_comes_back_whole(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);

        await EvidenceStorePromises.OrdersAsync(Store(services), Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Data_is_erased_and_old_evidence_deleted(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);

        await EvidenceStorePromises.EndsAsync(Store(services), Cancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mails_without_a_stamp_are_found(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);
        var store = Store(services);
        var mail = await services.EnqueueAsync(new BaseComponents.SecureMail.SecureMessage { To = [MailLab.Office], Subject = "x", Text = "x", Key = "case-1" });

        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().Equal(mail.Id);
        (await store.FindUnstampedAsync("", mail.CreatedAt.AddSeconds(1), 5, Cancelled)).Should().BeEmpty();
        (await store.FindUnstampedAsync("x", mail.CreatedAt, 5, Cancelled)).Should().BeEmpty();
        await store.TryAddAsync(EvidenceStorePromises.Order() with { MailId = mail.Id, Name = "report-1" }, Cancelled);
        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().ContainSingle();
        await store.TryAddAsync(EvidenceStorePromises.Order() with { MailId = mail.Id }, Cancelled);
        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().BeEmpty();
    }

    public void Dispose() => _database.Dispose();

    private static IMailEvidenceStore Store(ServiceProvider services) => services.GetRequiredKeyedService<IMailEvidenceStore>("");

    private async Task<ServiceProvider> ServicesAsync(bool inMemory) => inMemory ? lab.Services(null, mail => mail.AddInMemoryOutbox()) : await _database.OwnAsync(lab);
}
