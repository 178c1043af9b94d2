using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Audit;
using BaseComponents.Tests.Scale.Mail.Flaws;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>The chaos run fails where it should: each guarantee that is taken away turns its figure red.</summary>
public sealed class MailMutantTests(PostgreSqlPeer server) : IClassFixture<PostgreSqlPeer>
{
    [Theory]
    [InlineData(nameof(MailFlaw.LeaseNotCompared))]
    [InlineData(nameof(MailFlaw.EndNotWritten))]
    [InlineData(nameof(MailFlaw.AmbiguousSentAgain))]
    [InlineData(nameof(MailFlaw.StoredAtOnce))]
    [InlineData(nameof(MailFlaw.PlainText))]
    public async Task What_is_taken_away_shows(string flaw)
    {
        var taken = Enum.Parse<MailFlaw>(flaw);

        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        var verdict = await JudgeAsync(taken);
        // Who is killed when is chance: a run that spared the flaw shows nothing, two in a row would.
        if (verdict.Figures[MutantTable.Reds[taken]] == 0)
            verdict = await JudgeAsync(taken);

        verdict.Figures[MutantTable.Reds[taken]].Should().BeGreaterThan(0);
        verdict.IsClean.Should().BeFalse();
    }

    private Task<MailVerdict> JudgeAsync(MailFlaw flaw) => MutantTable.JudgeAsync(server.ConnectionString, server.Process.Folder.FullName, flaw);
}
