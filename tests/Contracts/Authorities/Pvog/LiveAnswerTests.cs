using BaseComponents.Authorities;

namespace BaseComponents.Tests.Contracts.Authorities.Pvog;

/// <summary>The search service over https, played by the Sandbox: the answers are those of the delivery, and a fault costs no answer that the directory has.</summary>
public sealed class LiveAnswerTests(LiveOnSandbox sandbox) : IClassFixture<LiveOnSandbox>
{
    private const string Dog = "99102013104000";
    private const string Freiberg = "145220180180";

    // A municipality on its own, a member of an association, one for which another acts, an urban district, one that nobody names, and several for one postal code.
    public static TheoryData<string> Places => ["145220180180", "145215101060", "145215101340", "146120000000", "145220080080", "147130000000", "145110000000", "09471"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Live_and_own_data_give_the_same_answers(string place)
    {
        var (live, own) = (sandbox.Directory("LiveOnly"), sandbox.Directory("SnapshotOnly"));
        foreach (var service in await own.ListServicesAsync())
        {
            var expected = await LiveOnSandbox.AskAsync(own, service.Key.ToString(), place);
            var answer = await LiveOnSandbox.AskAsync(live, service.Key.ToString(), place);

            Summary(answer).Should().Be(Summary(expected), $"{service.Name} at {place}: {string.Join(" ", answer.Explanation)}");
            answer.Source.Should().Be(AnswerSource.Pvog);
        }
    }

    [Theory]
    [InlineData("authorities.pvog.unavailable", "authorities.live-refused")]
    [InlineData("authorities.pvog.busy", "authorities.live-refused")]
    [InlineData("authorities.pvog.cut", "authorities.live-")]
    [InlineData("authorities.pvog.huge", "authorities.live-too-large")]
    [InlineData("authorities.pvog.deep", "authorities.live-invalid")]
    public async Task A_fault_leaves_the_answer_to_the_own_data_and_is_said(string fault, string code)
    {
        var directory = sandbox.Directory("LiveFirst", ("Pvog:AskOnlineServices", "false"));
        await directory.ListServicesAsync();
        await sandbox.ArmAsync(fault, 1000);

        var answer = await LiveOnSandbox.AskAsync(directory, Dog, Freiberg);

        answer.Should().BeOfType<Competence.Found>().Which.Office.MailAddress.Should().Be("steueramt@freiberg.amt.example");
        answer.Source.Should().Be(AnswerSource.Snapshot);
        answer.Explanation.Should().Contain(step => step.Finding == StepFinding.LiveFailed && step.ToString().Contains(code));
    }

    [Fact]
    public async Task Without_own_data_a_fault_is_no_statement_about_who_is_competent()
    {
        var directory = sandbox.Directory("LiveOnly");
        await sandbox.ArmAsync("authorities.pvog.unavailable");

        (await LiveOnSandbox.AskAsync(directory, Dog, Freiberg)).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
    }

    [Fact]
    public async Task A_slow_answer_is_waited_for_no_longer_than_allowed()
    {
        var directory = sandbox.Directory("LiveFirst", ("Pvog:RequestTimeout", "00:00:00.3"));
        await directory.ListServicesAsync();
        await sandbox.ArmAsync("authorities.pvog.delay", 5000);

        var answer = await LiveOnSandbox.AskAsync(directory, Dog, Freiberg);

        answer.Explanation.Should().Contain(step => step.Finding == StepFinding.LiveFailed && step.ToString().Contains("authorities.live-unreachable"));
    }

    [Fact]
    public async Task A_foreign_address_and_account_wait_for_a_person()
    {
        var directory = sandbox.Directory("LiveFirst", ("Pvog:AskOnlineServices", "false"));
        await directory.ListServicesAsync();
        await sandbox.ArmAsync("authorities.pvog.changed-address");

        var office = (await LiveOnSandbox.AskAsync(directory, Dog, Freiberg)).Should().BeOfType<Competence.Found>().Which.Office;

        (office.MailAddress, office.BankAccounts.Count).Should().Be(("steueramt@freiberg.amt.example", 0));
        office.HeldBack.Should().BeEquivalentTo([nameof(Office.MailAddress), nameof(Office.BankAccounts)]);
    }

    [Fact]
    public async Task A_unit_that_calls_itself_a_contact_decides_nothing()
    {
        var directory = sandbox.Directory("LiveOnly", ("Pvog:AskOnlineServices", "false"));
        await sandbox.ArmAsync("authorities.pvog.wrong-role");

        var answer = await LiveOnSandbox.AskAsync(directory, Dog, Freiberg);

        answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.OnlyAdvisory);
    }

    private static string Summary(Competence answer) => answer switch
    {
        Competence.Found found => $"{found.Office.Name} {found.Office.MailAddress} {found.Office.Role} at {found.MatchedAt.Level} {found.MatchedAt.Area}",
        Competence.Ambiguous several => $"{string.Join(", ", several.Offices.Select(office => $"{office.Name} {office.Role}").Order(StringComparer.Ordinal))} at {several.MatchedAt.Level} {several.MatchedAt.Area}",
        Competence.NeedsPlaceChoice choice => string.Join(", ", choice.Candidates.Select(candidate => candidate.Key.ToString()).Order(StringComparer.Ordinal)),
        Competence.NotFound nobody => nobody.Reason is NotFoundReason.OutOfValidity ? nameof(NotFoundReason.NoCompetence) : nobody.Reason.ToString(),
        _ => "",
    };
}
