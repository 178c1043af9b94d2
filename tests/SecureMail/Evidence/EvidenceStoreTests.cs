using BaseComponents.SecureMail.Evidence;
using BaseComponents.Tests.SecureMail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>Both stores keep what <see cref="IMailEvidenceStore"/> says.</summary>
public sealed class EvidenceStoreTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private readonly OutboxDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_is_added_once_claimed_once_and_comes_back_whole(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);
        var store = services.GetRequiredKeyedService<IMailEvidenceStore>("");

        (await store.TryAddAsync(Order(), Cancelled)).Should().BeTrue();
        (await store.TryAddAsync(Order(), Cancelled)).Should().BeFalse();
        (await store.ClaimDueAsync("", _noon.AddSeconds(-1), _noon, 5, Cancelled)).Should().BeEmpty();
        (await store.ClaimDueAsync("x", _noon, _noon.AddMinutes(1), 5, Cancelled)).Should().BeEmpty();
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.ClaimDueAsync("", _noon, _noon.AddMinutes(1), 5, Cancelled))));
        var claimed = claims.SelectMany(one => one).Should().ContainSingle().Which;
        var stamped = claimed with
        {
            DueAt = null,
            Attempts = 2,
            Hash = EvidenceHash.Sha512,
            HashValue = "00ff",
            Time = _noon,
            Token = (byte[])[1, 2],
            CertificatesPem = "pem",
            Problem = EvidenceProblem.Refused,
        };
        (await store.TryUpdateAsync(stamped, Cancelled)).Should().BeTrue();
        (await store.TryUpdateAsync(stamped, Cancelled)).Should().BeFalse("the version is old");

        (await store.FindAsync("", "a-0", Cancelled)).Should().ContainSingle().Which.Should().BeEquivalentTo(stamped with { Version = stamped.Version + 1 });
        (await store.FindAsync("x", "a-0", Cancelled)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Data_is_erased_and_old_evidence_deleted(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);
        var store = services.GetRequiredKeyedService<IMailEvidenceStore>("");
        await store.TryAddAsync(Order() with { Data = (byte[])[7] }, Cancelled);
        await store.TryAddAsync(Order() with { Tenant = "x", Data = (byte[])[7] }, Cancelled);

        await store.EraseDataAsync("", "a-0", Cancelled);
        (await store.FindAsync("", "a-0", Cancelled)).Single().Data.Should().BeNull();
        (await store.FindAsync("x", "a-0", Cancelled)).Single().Data.Should().Equal(7);
        (await store.DeleteBeforeAsync("", _noon, Cancelled)).Should().Be(0);
        (await store.DeleteBeforeAsync("", _noon.AddSeconds(1), Cancelled)).Should().Be(1);

        (await store.FindAsync("x", "a-0", Cancelled)).Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mails_without_a_stamp_are_found(bool inMemory)
    {
        await using var services = await ServicesAsync(inMemory);
        var store = services.GetRequiredKeyedService<IMailEvidenceStore>("");
        var mail = await services.EnqueueAsync(new BaseComponents.SecureMail.SecureMessage { To = [MailLab.Office], Subject = "x", Text = "x", Key = "case-1" });

        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().Equal(mail.Id);
        (await store.FindUnstampedAsync("", mail.CreatedAt.AddSeconds(1), 5, Cancelled)).Should().BeEmpty();
        (await store.FindUnstampedAsync("x", mail.CreatedAt, 5, Cancelled)).Should().BeEmpty();
        await store.TryAddAsync(Order() with { MailId = mail.Id, Name = "report-1" }, Cancelled);
        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().ContainSingle();
        await store.TryAddAsync(Order() with { MailId = mail.Id }, Cancelled);
        (await store.FindUnstampedAsync("", mail.CreatedAt, 5, Cancelled)).Should().BeEmpty();
    }

    public void Dispose() => _database.Dispose();

    private static MailEvidence Order() => new() { Tenant = "", MailId = "a-0", Name = MailEvidence.OfMail, CreatedAt = _noon, DueAt = _noon };

    private async Task<ServiceProvider> ServicesAsync(bool inMemory) => inMemory ? lab.Services(null, mail => mail.AddInMemoryOutbox()) : await _database.OwnAsync(lab);
}
