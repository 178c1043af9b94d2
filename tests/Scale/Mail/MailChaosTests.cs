using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Mail.Flaws;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>The chaos run in small, and that it fails where it should: each guarantee that is taken away turns its figure red.</summary>
public sealed class MailChaosTests(PostgreSqlPeer server) : IClassFixture<PostgreSqlPeer>
{
    [Fact]
    public async Task Nothing_is_lost_doubled_or_readable_whoever_is_killed()
    {
        var verdict = await RunAsync(MailFlaw.None);

        verdict.Reds.Should().BeEmpty();
        verdict.Figures["delivered_share"].Should().BeGreaterThanOrEqualTo(0.99);
        verdict.Figures["cases"].Should().BeGreaterThan(80);
        verdict.Figures["kills"].Should().BeGreaterThanOrEqualTo(10);
        verdict.Figures["searched_mb"].Should().BeGreaterThan(5);
        verdict.IsClean.Should().BeTrue();
    }

    [Theory]
    [InlineData(nameof(MailFlaw.LeaseNotCompared))]
    [InlineData(nameof(MailFlaw.EndNotWritten))]
    [InlineData(nameof(MailFlaw.AmbiguousSentAgain))]
    [InlineData(nameof(MailFlaw.StoredAtOnce))]
    [InlineData(nameof(MailFlaw.PlainText))]
    public async Task What_is_taken_away_shows(string flaw)
    {
        var taken = Enum.Parse<MailFlaw>(flaw);

        var verdict = await RunAsync(taken);

        verdict.Figures[MutantTable.Reds[taken]].Should().BeGreaterThan(0);
        verdict.IsClean.Should().BeFalse();
    }

    private async Task<MailVerdict> RunAsync(MailFlaw flaw)
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        return await MutantTable.JudgeAsync(server.ConnectionString, server.Process.Folder.FullName, flaw);
    }
}
