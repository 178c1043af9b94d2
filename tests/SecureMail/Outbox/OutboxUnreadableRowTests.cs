using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>A row that somebody has spoilt is not the end of those behind it.</summary>
public sealed class OutboxUnreadableRowTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly OutboxDatabase _database = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_waits_and_the_others_go_on()
    {
        await using var services = await _database.ApplicationAsync(lab);
        await SpoilFirstOfTwoAsync(services);

        var claimed = new[] { (await services.WorkAsync()).Claimed, (await services.WorkAsync()).Claimed };

        claimed.Should().Equal(0, 1);
    }

    [Fact]
    public async Task Lists_and_the_end_of_retention_go_on_without_it()
    {
        await using var server = new ScriptedServer();
        await using var services = await _database.ApplicationAsync(lab, options =>
            (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem));
        var other = await SpoilFirstOfTwoAsync(services);

        (await services.Operations().ListAsync(new OutboxFilter { SkipsUnreadable = true }, Cancelled).ToListAsync(Cancelled)).Select(mail => mail.Id).Should().Equal(other.Id);
        await services.WorkAsync();
        await services.WorkAsync();
        lab.Clock.Advance(TimeSpan.FromDays(8));

        (await services.Operations().PurgeAsync(Cancelled)).Should().Be(1);
        (await services.ReadAsync(other)).HasContent.Should().BeFalse();
    }

    [Fact]
    public async Task Nobody_is_told_that_a_person_is_erased_while_a_row_could_not_be_read()
    {
        await using var services = await _database.ApplicationAsync(lab);
        await SpoilFirstOfTwoAsync(services);

        var erasing = () => services.Operations().ErasePersonAsync(MailLab.Office, Cancelled);

        (await erasing.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.OutboxDamaged);
    }

    public void Dispose() => _database.Dispose();

    private async Task<OutboxMail> SpoilFirstOfTwoAsync(ServiceProvider services)
    {
        var spoilt = await services.EnqueueAsync(Message("case-1"));
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await services.EnqueueAsync(Message("case-2"));
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseDb>().Database.ExecuteSqlAsync($"""UPDATE "MailOutbox" SET "Phase" = 'OfANewerPackage' WHERE "Id" = {spoilt.Id}""", Cancelled);
        return other;
    }

    private static SecureMessage Message(string key) => new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Der Bescheid liegt bei.", Key = key };
}
