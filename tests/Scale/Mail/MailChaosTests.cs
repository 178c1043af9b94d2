using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Flaws;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>The chaos run in small.</summary>
public sealed class MailChaosTests(PostgreSqlPeer server) : IClassFixture<PostgreSqlPeer>
{
    [Fact]
    public async Task Nothing_is_lost_doubled_or_readable_whoever_is_killed()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var verdict = await MutantTable.JudgeAsync(server.ConnectionString, server.Process.Folder.FullName, MailFlaw.None);

        verdict.Reds.Should().BeEmpty();
        verdict.Figures["delivered_share"].Should().BeGreaterThanOrEqualTo(0.99);
        verdict.Figures["cases"].Should().BeGreaterThan(80);
        verdict.Figures["kills"].Should().BeGreaterThanOrEqualTo(10);
        verdict.Figures["searched_mb"].Should().BeGreaterThan(5);
        verdict.IsClean.Should().BeTrue();
    }
}
