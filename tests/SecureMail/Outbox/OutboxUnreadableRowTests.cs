using BaseComponents.SecureMail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>A row that somebody has spoilt is not the end of those behind it.</summary>
public sealed class OutboxUnreadableRowTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly OutboxDatabase _database = new();

    [Fact]
    public async Task It_waits_and_the_others_go_on()
    {
        await using var services = await _database.ApplicationAsync(lab);
        var spoilt = await services.EnqueueAsync(Message("case-1"));
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        await services.EnqueueAsync(Message("case-2"));
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.ExecuteSqlAsync($"""UPDATE "MailOutbox" SET "Phase" = 'OfANewerPackage' WHERE "Id" = {spoilt.Id}""", TestContext.Current.CancellationToken);

        var claimed = new[] { (await services.WorkAsync()).Claimed, (await services.WorkAsync()).Claimed };

        claimed.Should().Equal(0, 1);
    }

    public void Dispose() => _database.Dispose();

    private static SecureMessage Message(string key) => new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = key };
}
