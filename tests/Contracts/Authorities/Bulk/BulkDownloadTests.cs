using System.Diagnostics;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;

namespace BaseComponents.Tests.Contracts.Authorities.Bulk;

/// <summary>Bulk data over https, from the first page to the answer: the same as out of the delivery that is read directly.</summary>
public sealed class BulkDownloadTests : IAsyncLifetime
{
    private const string Dog = "99102013104000";
    private const string Freiberg = "145220180180";
    private const string Dresden = "146120000000";
    private BulkSandbox _bulk = null!;

    public async ValueTask InitializeAsync() => _bulk = await BulkSandbox.StartAsync(new Dictionary<string, string?> { ["MaxPageBytes"] = "2000000" });

    public ValueTask DisposeAsync() => _bulk.DisposeAsync();

    [Fact]
    public async Task Answers_are_those_of_the_delivery_also_after_changes_and_deletions()
    {
        var first = await _bulk.DownloadAsync();
        (first.IsFull, first.Deleted).Should().Be((true, 0));
        first.Pages.Should().BeGreaterThan(5).And.Be(_bulk.Files.Count);
        await SameAnswersAsync();
        (await _bulk.AskAsync(Dog, Freiberg)).Should().Contain("steueramt@freiberg.amt.example");

        await _bulk.ChangeAsync(new { Office = "freiberg.steueramt", MailAddress = "hunde@freiberg.amt.example" });
        await _bulk.ChangeAsync(new { Office = "freiberg.steueramt", Name = "Stadtverwaltung Freiberg, Hundewesen" });
        await _bulk.ChangeAsync(new { Office = "dresden.steueramt", IsDeleted = true });
        var second = await _bulk.DownloadAsync();
        (second.IsFull, second.Pages, second.FolderPages).Should().Be((false, 1, first.Pages + 1));
        second.Deleted.Should().BeGreaterThan(1);
        (await _bulk.AskAsync(Dog, Freiberg)).Should().Contain("hunde@freiberg.amt.example").And.Contain("Hundewesen");
        (await _bulk.AskAsync(Dog, Dresden)).Should().Be("NoCompetence");
        await SameAnswersAsync();

        (await _bulk.DownloadAsync(BulkRun.Full)).IsFull.Should().BeTrue();
        await SameAnswersAsync();
        (await _bulk.AnswersOfSnapshotAsync(await _bulk.BuildAsync())).Should().Equal(await _bulk.AnswersOfFolderAsync());
    }

    [Theory]
    [InlineData("authorities.bulk.token.error", "authorities.source-refused")]
    [InlineData("authorities.bulk.cut", "authorities.source-unreachable")]
    [InlineData("authorities.bulk.wrong-json", "authorities.data-invalid")]
    [InlineData("authorities.bulk.wrong-xml", "authorities.data-invalid")]
    [InlineData("authorities.bulk.huge", "authorities.too-large")]
    [InlineData("authorities.bulk.foreign-address", "authorities.bulk-foreign-address")]
    [InlineData("authorities.bulk.loop", "authorities.bulk-loop")]
    public async Task What_must_not_be_used_stops_the_run_and_the_next_one_succeeds(string fault, string code)
    {
        await _bulk.ArmAsync(fault);
        (await FluentActions.Awaiting(() => _bulk.DownloadAsync()).Should().ThrowAsync<AuthoritiesException>()).Which.Code.Should().Be(code);
        _bulk.Files.Should().BeEmpty();
        (await _bulk.DownloadAsync()).IsFull.Should().BeTrue();
        (await _bulk.AskAsync(Dog, Freiberg)).Should().Contain("steueramt@freiberg.amt.example");
    }

    [Fact]
    public async Task A_page_that_comes_again_is_not_counted_twice()
    {
        await _bulk.DownloadAsync();
        var before = _bulk.Files;
        await _bulk.ChangeAsync(new { Office = "freiberg.steueramt", Name = "Neu" });
        await _bulk.ArmAsync("authorities.bulk.repeated-page");
        (await FluentActions.Awaiting(() => _bulk.DownloadAsync()).Should().ThrowAsync<AuthoritiesException>()).Which.Code.Should().Be("authorities.bulk-loop");
        _bulk.Files.Should().Equal(before);
        (await _bulk.DownloadAsync()).Pages.Should().Be(1);
        await SameAnswersAsync();
    }

    [Theory]
    [InlineData("authorities.bulk.token.revoked", 1, 0)]
    [InlineData("authorities.bulk.unavailable", 2, 0)]
    [InlineData("authorities.bulk.busy", 1, 1000)]
    [InlineData("authorities.bulk.used-up", 1, 1000)]
    [InlineData("authorities.bulk.delay", 1, 300)]
    public async Task What_passes_is_waited_for(string fault, int times, int milliseconds)
    {
        await _bulk.ArmAsync(fault, times, milliseconds);
        var watch = Stopwatch.StartNew();
        (await _bulk.DownloadAsync()).WasResumed.Should().BeFalse();
        watch.ElapsedMilliseconds.Should().BeGreaterThanOrEqualTo(milliseconds);
        await SameAnswersAsync();
    }

    private async Task SameAnswersAsync()
    {
        var direct = await _bulk.AnswersOfDeliveryAsync();
        direct.Should().HaveCountGreaterThan(1000);
        (await _bulk.AnswersOfFolderAsync()).Should().Equal(direct);
    }
}
