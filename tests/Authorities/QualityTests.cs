using BaseComponents.Authorities;
using BaseComponents.Authorities.Quality;
using BaseComponents.Tests.Authorities.Support;
using static BaseComponents.Tests.Authorities.Support.Delivery;

namespace BaseComponents.Tests.Authorities;

/// <summary>What was read without a fault and is wrong all the same.</summary>
public sealed class QualityTests
{
    private const string Mail = "<xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>a@a.amt.example</xzufi:kennung></xzufi:kommunikation>";
    private const string Account = "<xzufi:bankverbindung><xzufi:iban>DE89370400440532013000</xzufi:iban></xzufi:bankverbindung>";
    private const string Fee = "<xzufi:modulKosten><xzufi:kosten><xzufi:kostenFix><xzufi:betrag>5</xzufi:betrag></xzufi:kostenFix></xzufi:kosten></xzufi:modulKosten>";

    [Fact]
    public async Task Good_data_is_clean()
    {
        var report = await CheckAsync(Service(more: Fee), Unit("A", Mail + Account + Competence("14")));
        report.IsClean.Should().BeTrue(string.Join('\n', report.Findings));
        report.Data!.IsStale.Should().BeFalse();
    }

    public static TheoryData<QualityFindingKind, string[], string> Cases => new()
    {
        { QualityFindingKind.MissingAccount, [Service(more: Fee), Unit("A", Mail + Competence("14"))], "S/Organisationseinheit/A 99102013104000" },
        { QualityFindingKind.SeveralCompetentUnits, [Service(), Unit("B", Mail + Competence("14", id: "Z1")), Unit("A", Mail + Competence("14", id: "Z2"))], "99102013104000 14 S/Organisationseinheit/A S/Organisationseinheit/B" },
        { QualityFindingKind.Expired, [Service(), Unit("A", Mail + Competence("14") + Valid(to: "2020-12-31"))], "S/Organisationseinheit/A" },
        { QualityFindingKind.Expired, [Service(), Unit("A", Mail + Competence("14", more: Valid(to: "2020-12-31")))], "S/Organisationseinheit/A" },
        { QualityFindingKind.Gap, [Service(), Unit("A", Mail + Competence(SmallMap.Freiberg))], "99102013104000 14522" },
        { QualityFindingKind.DeadEnd, [Service(), Unit("A", Mail + Competence("14", role: "03"))], "99102013104000 14" },
        { QualityFindingKind.NoElectronicAddress, [Service(), Unit("A", Competence("14"))], "S/Organisationseinheit/A" },
        { QualityFindingKind.IdleDestination, [Service(), Unit("B", Mail + Competence("14", id: "Z2")), Unit("A", Competence("14", role: "03", more: Destination("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f")))], "S/Organisationseinheit/A" },
        { QualityFindingKind.IdleDestination, [Service(), Unit("A", Mail + Competence("14", more: Destination("here")))], "S/Organisationseinheit/A" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_kind_is_found_and_nothing_else(QualityFindingKind kind, string[] objects, string subjects)
    {
        var report = await CheckAsync(objects);
        var finding = report.Findings.Should().ContainSingle().Subject;
        finding.Kind.Should().Be(kind);
        string.Join(' ', finding.Subjects).Should().Be(subjects);
        finding.Message.Should().EndWith(".");
        report.Counts.Should().Equal(new Dictionary<QualityFindingKind, int> { [kind] = 1 });
        report.IsClean.Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_account_number_is_found()
    {
        var report = await CheckAsync(Service(), Unit("A", Mail + Account.Replace("3000<", "3001<") + Competence("14")));
        report.Findings.Should().ContainSingle().Which.Kind.Should().Be(QualityFindingKind.InvalidIban);
        report.SkippedObjects.Should().Be(1, "the reader reports it too");
    }

    [Fact]
    public async Task A_destination_is_an_electronic_address() =>
        (await CheckAsync(Service(), Unit("A", Competence("14", more: Destination("9a1c0d3e-0b1f-4c2d-8e5f-6a7b8c9d0e1f"))))).IsClean.Should().BeTrue();

    [Theory]
    [InlineData("14")]
    [InlineData("14522")]
    public async Task What_somebody_above_offers_is_no_gap_and_no_dead_end(string above)
    {
        var report = await CheckAsync(Service(), Unit("A", Mail + Competence(SmallMap.Freiberg)), Unit("B", Mail + Competence(above, id: "Z2")), Unit("C", Mail + Competence("145220080080", role: "03", id: "Z3")));
        report.IsClean.Should().BeTrue(string.Join('\n', report.Findings));
    }

    [Fact]
    public async Task Fees_of_other_days_and_none_at_all_are_not_due()
    {
        var past = Fee.Replace("<xzufi:kosten>", "<xzufi:kosten>" + Valid(to: "2020-12-31"));
        var free = Fee.Replace("<xzufi:betrag>5<", "<xzufi:betrag>0<");
        foreach (var fee in new[] { past, free })
            (await CheckAsync(Service(more: fee), Unit("A", Mail + Competence("14")))).IsClean.Should().BeTrue(fee);
    }

    [Fact]
    public async Task All_are_counted_and_a_thousand_of_each_kind_kept()
    {
        var report = await CheckAsync([Service(), .. Enumerable.Range(0, 1_200).Select(number => Unit($"U{number}", Competence("14", role: "02", id: $"Z{number}")))]);
        report.Counts[QualityFindingKind.NoElectronicAddress].Should().Be(1_200);
        report.Findings.Should().HaveCount(1_000);
    }

    private static string Destination(string value) => $"<xzufi:idSekundaer schemeID=\"urn:de:fitko:fit-connect:xzufi:destination\" schemeAgencyID=\"urn:de:fitko\">{value}</xzufi:idSekundaer>";

    private static async Task<QualityReport> CheckAsync(params string[] objects)
    {
        await using var directory = TestDirectory.With(Of(objects));
        return await directory.Authorities.CheckQualityAsync();
    }
}
