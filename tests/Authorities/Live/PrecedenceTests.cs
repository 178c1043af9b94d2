using BaseComponents.Authorities;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities.Live;

/// <summary>Which of several sources counts: every state of the own data, with every outcome of the live source, under every setting.</summary>
public sealed class PrecedenceTests : IDisposable
{
    private static readonly LeikaKey Dog = LeikaKey.Parse(Delivery.Dog);
    private static readonly Place Freiberg = Place.Of(RegionKey.Parse(SmallMap.Freiberg));
    private readonly string _folder = Directory.CreateTempSubdirectory("precedence-").FullName;

    public enum Own
    {
        Down,
        Finds,
        FindsNobody,
        FindsButOld,
        FindsNobodyAndOld,
    }

    public enum Live
    {
        Finds,
        FindsNobody,
        Fails,
    }

    public static IEnumerable<TheoryDataRow<Own, Live, SourcePrecedence>> All =>
        from own in Enum.GetValues<Own>()
        from live in Enum.GetValues<Live>()
        from precedence in Enum.GetValues<SourcePrecedence>()
        select new TheoryDataRow<Own, Live, SourcePrecedence>(own, live, precedence);

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_answer_is_that_of_the_source_that_counts(Own own, Live live, SourcePrecedence precedence)
    {
        var (pvog, clock) = (new PvogStub(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
        Arrange(pvog, live);
        await using var provider = pvog.Provide(clock, Settings(own, precedence));
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        if (own is Own.FindsButOld or Own.FindsNobodyAndOld)
        {
            await directory.ListServicesAsync();
            clock.Advance(TimeSpan.FromDays(8));
        }

        var answer = await directory.ResolveAsync(Dog, Freiberg);

        Name(answer).Should().Be(Expected(own, live, precedence));
        var findings = answer.Explanation.Select(step => step.Finding).ToList();
        var asked = AsksLive(own, precedence);
        (pvog.Asked.IsEmpty, findings.Contains(StepFinding.LiveAsked) || findings.Contains(StepFinding.LiveFailed)).Should().Be((!asked, asked), "who is asked is said");
        findings.Contains(StepFinding.LiveFailed).Should().Be(asked && live == Live.Fails, "a failure is never hidden");
        answer.Explanation.Should().OnlyContain(step => step.Describe(new("de")) != step.Finding.ToString() && step.Describe(new("en")) != step.Finding.ToString(), "each step has its sentence");
        if (answer is Competence.Found)
            answer.Data!.LoadedAt.Should().Be(answer.Source == AnswerSource.Pvog ? clock.GetUtcNow() : new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), "the age is that of the source");
    }

    [Fact]
    public async Task A_failure_beside_an_own_answer_is_said_in_both_languages()
    {
        var (pvog, clock) = (new PvogStub { Instead = () => PvogStub.Status(503) }, new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
        await using var provider = pvog.Provide(clock, Settings(Own.Finds, SourcePrecedence.LiveFirst));
        var answer = await provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(Dog, Freiberg);
        answer.Explanation.Take(2).Select(step => step.Describe(new("de"))).Should().Equal(
            "Die Online-Quelle pvog (authorities.live-refused) konnte nicht gefragt werden.",
            "Gefragt wurde der eigene Datenbestand vom 24.11.2026.");
        answer.Explanation.Take(2).Select(step => step.Describe(new("en"))).Should().Equal(
            "The live source pvog (authorities.live-refused) could not be asked.",
            "The directory's own data of 2026-11-24 was asked.");
    }

    [Fact]
    public async Task A_directory_without_a_live_source_says_nothing_of_sources()
    {
        await using var directory = TestDirectory.With(Delivery.For(SmallMap.Freiberg));
        var answer = await directory.Authorities.ResolveAsync(Dog, Freiberg);
        answer.Explanation.Should().ContainSingle().Which.Finding.Should().Be(StepFinding.OfficeFound);
        answer.Source.Should().Be(AnswerSource.Snapshot);
    }

    [Fact]
    public async Task Former_keys_lead_to_the_live_source_too()
    {
        var (pvog, clock) = (new PvogStub(), new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));
        File.WriteAllText(Path.Combine(_folder, "changes.csv"), $"OldKey,NewKeys,From,Kind\n14522901,{SmallMap.Freiberg},2020-01-01,merge\n");
        var settings = Settings(Own.FindsNobody, SourcePrecedence.SnapshotFirst);
        settings["A:TerritoryChanges"] = Path.Combine(_folder, "changes.csv");
        await using var provider = pvog.Provide(clock, settings);
        var answer = await provider.GetRequiredService<IAuthorityDirectory>().ResolveAsync(Dog, Place.Of(MunicipalityKey.Parse("14522901")));
        answer.Should().BeOfType<Competence.Found>().Which.ResolvedFrom!.Key.Should().Be("14522901");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Arrange(PvogStub pvog, Live live)
    {
        if (live == Live.Fails)
            pvog.Instead = () => PvogStub.Status(503);
        if (live == Live.FindsNobody)
            pvog.Titles("[]");
    }

    private static bool AsksLive(Own own, SourcePrecedence precedence) => precedence switch
    {
        SourcePrecedence.SnapshotOnly => false,
        SourcePrecedence.SnapshotFirst => own != Own.Finds,
        _ => true,
    };

    // The model, written down without the code.
    private static string Expected(Own own, Live live, SourcePrecedence precedence)
    {
        var ownFinds = own is Own.Finds or Own.FindsButOld && precedence != SourcePrecedence.LiveOnly;
        var liveFinds = live == Live.Finds && AsksLive(own, precedence);
        return (ownFinds, liveFinds) switch
        {
            (true, true) => precedence == SourcePrecedence.LiveFirst || own == Own.FindsButOld ? "pvog" : "snapshot",
            (true, false) => "snapshot",
            (false, true) => "pvog",
            _ => Missing(own, live, precedence),
        };
    }

    private static string Missing(Own own, Live live, SourcePrecedence precedence)
    {
        var ownSaysSo = own is Own.FindsNobody or Own.FindsNobodyAndOld && precedence != SourcePrecedence.LiveOnly;
        var liveSaysSo = live == Live.FindsNobody && AsksLive(own, precedence);
        return ownSaysSo || liveSaysSo ? nameof(NotFoundReason.NoCompetence) : nameof(NotFoundReason.SourceDown);
    }

    private static string Name(Competence answer) => answer switch
    {
        Competence.Found { Office.Name: "Live-Amt" } when answer.Source == AnswerSource.Pvog => "pvog",
        Competence.Found when answer.Source == AnswerSource.Snapshot => "snapshot",
        Competence.NotFound { Reason: var reason } => reason.ToString(),
        _ => answer.ToString(),
    };

    private Dictionary<string, string?> Settings(Own own, SourcePrecedence precedence)
    {
        File.WriteAllText(Path.Combine(_folder, "regions.json"), SmallMap.Regions);
        File.WriteAllText(Path.Combine(_folder, "delivery.xml"), Delivery.For(own is Own.Finds or Own.FindsButOld ? SmallMap.Freiberg : SmallMap.Dresden));
        return new()
        {
            ["A:Precedence"] = precedence.ToString(),
            ["A:ReloadInterval"] = "30.00:00:00",
            ["A:RegionList"] = Path.Combine(_folder, "regions.json"),
            ["A:Deliveries:0"] = Path.Combine(_folder, own == Own.Down ? "missing.xml" : "delivery.xml"),
        };
    }
}
