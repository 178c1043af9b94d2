using System.Net;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Keys;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>What a download leaves in its folder, and what a directory reads there.</summary>
public sealed class DownloadTests : IDisposable
{
    private readonly BulkService _service = new();

    public DownloadTests() => _service.Pages.AddRange(
    [
        BulkService.Page(1, Delivery.Service()),
        BulkService.Page(2, Delivery.Unit("freiberg"), Delivery.Detached("freiberg", Delivery.Competence(SmallMap.Freiberg))),
        BulkService.Page(3, Delivery.Unit("dresden"), Delivery.Detached("dresden", Delivery.Competence(SmallMap.Dresden))),
    ]);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Everything_is_fetched_and_answers()
    {
        var result = await _service.DownloadAsync();

        result.Should().BeEquivalentTo(new { IsFull = true, WasResumed = false, Pages = 3, Written = 5L, Deleted = 0L, FolderPages = 3, CompletedAt = _service.Clock.GetUtcNow() }, options => options.Excluding(counted => counted.CompletedAt));
        result.Bytes.Should().Be(result.FolderBytes).And.Be(_service.Files.Where(name => name.EndsWith(".xml", StringComparison.Ordinal)).Sum(name => new FileInfo(Path.Combine(_service.Folder, name)).Length));
        _service.Asked.Should().Equal("", "?index=1", "?index=2");
        _service.Tokens.Should().Be(1);
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml", "page-00000001-00000002.xml", "page-00000001-00000003.xml");
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("freiberg");
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("dresden");
    }

    [Fact]
    public async Task Changes_are_fetched_from_where_the_last_run_ended()
    {
        await _service.DownloadAsync();
        _service.Asked.Clear();
        _service.Pages.Add(BulkService.Page(4, """<xzufi:loesche klasse="Organisationseinheit"><xzufi:id schemeAgencyID="S" schemeID="Organisationseinheit">dresden</xzufi:id></xzufi:loesche>"""));

        var result = await _service.DownloadAsync();

        (result.IsFull, result.Pages, result.Written, result.Deleted, result.FolderPages).Should().Be((false, 1, 0, 1, 4));
        _service.Asked.Should().Equal("?index=3");
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("NotFound");
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("freiberg");
    }

    [Fact]
    public async Task Where_nothing_is_new_no_page_is_added()
    {
        await _service.DownloadAsync();
        for (var day = 0; day < 3; day++)
            (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = false, Pages = 0, FolderPages = 3 });
        _service.Files.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(BulkRun.Continue)]
    [InlineData(BulkRun.Full)]
    public async Task A_run_that_was_stopped_goes_on_where_it_was(BulkRun run)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=2" ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : null;
        (await _service.FaultAsync(run)).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-refused" && fault.IsTransient);
        await using (var incomplete = _service.Read())
            (await incomplete.Authorities.GetStatusAfterReadingAsync()).LastFailure!.Code.Should().Be("authorities.bulk-incomplete");

        _service.Instead = _ => null;
        _service.Asked.Clear();
        var result = await _service.DownloadAsync(run);

        (result.IsFull, result.WasResumed, result.Pages, result.FolderPages).Should().Be((true, true, 1, 3));
        _service.Asked.Should().Equal("?index=2");
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("dresden");
    }

    [Fact]
    public async Task A_run_for_everything_takes_the_place_of_the_old_pages_when_it_is_complete()
    {
        await _service.DownloadAsync();
        _service.Pages.RemoveAt(2);
        _service.Pages.Add(BulkService.Page(3, Delivery.Unit("land"), Delivery.Detached("land", Delivery.Competence("14"))));
        _service.Instead = request => request.RequestUri!.Query == "?index=2" ? BulkService.Json("{}") : null;

        (await _service.FaultAsync(BulkRun.Full)).Code.Should().Be("authorities.data-invalid");
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("dresden");

        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = true, WasResumed = true, Pages = 1, FolderPages = 3 });
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("land");
        _service.Files.Should().OnlyContain(name => name == "bulk.cursor" || name.StartsWith("page-00000002-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stopped_run_for_everything_can_begin_anew()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=2" ? BulkService.Json("{}") : null;
        await _service.FaultAsync();
        _service.Instead = _ => null;
        _service.Asked.Clear();
        (await _service.DownloadAsync(BulkRun.Anew)).Should().BeEquivalentTo(new { IsFull = true, WasResumed = false, Pages = 3 });
        _service.Asked.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_half_fetched_delta_is_not_read()
    {
        await _service.DownloadAsync();
        _service.Pages.Add(BulkService.Page(4, Delivery.Unit("dresden", name: "Dresden neu")));
        _service.Pages.Add(BulkService.Page(5, Delivery.Unit("freiberg", name: "Freiberg neu")));
        _service.Instead = request => request.RequestUri!.Query == "?index=4" ? BulkService.Json("{}") : null;
        await _service.FaultAsync();
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("dresden");

        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = false, WasResumed = true, Pages = 1, FolderPages = 5 });
        (await OfficeAsync(SmallMap.Dresden)).Should().Be("Dresden neu");
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("Freiberg neu");
    }

    [Fact]
    public async Task A_service_that_names_no_next_changes_is_asked_for_everything()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=2" ? BulkService.Envelope(_service.Pages[2], isComplete: true, 3, next: null) : null;
        await _service.DownloadAsync();
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = true, Pages = 3 });
    }

    [Fact]
    public async Task Nothing_never_takes_the_place_of_everything()
    {
        await _service.DownloadAsync();
        _service.Pages.Clear();
        (await _service.FaultAsync(BulkRun.Full)).Code.Should().Be("authorities.data-invalid");
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("freiberg");
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\" standalone=\"yes\"?>\n")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?>")]
    [InlineData("\r\n")]
    public async Task The_encoding_that_a_page_names_does_not_count(string declaration)
    {
        _service.Pages.Clear();
        _service.Pages.Add(declaration + BulkService.Page(1, Delivery.Service(), Delivery.Unit("bautzen", Delivery.Competence(SmallMap.Freiberg), "Bautzen / Budyšin 🏛 ẞ")).Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "", StringComparison.Ordinal));
        await _service.DownloadAsync();
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("Bautzen / Budyšin 🏛 ẞ");
    }

    [Fact]
    public async Task Of_pages_without_a_date_the_later_one_counts()
    {
        _service.Pages.Clear();
        var gone = """<xzufi:loesche klasse="Organisationseinheit"><xzufi:id schemeAgencyID="S" schemeID="Organisationseinheit">freiberg</xzufi:id></xzufi:loesche>""";
        _service.Pages.AddRange([Delivery.Of(Delivery.Service(), Delivery.Unit("freiberg", Delivery.Competence(SmallMap.Freiberg), "alt")), Delivery.Of(gone)]);
        await _service.DownloadAsync();
        (await OfficeAsync(SmallMap.Freiberg)).Should().Be("NotFound");
        foreach (var name in new[] { "neu", "neuer", "am neuesten" })
        {
            _service.Pages.Add(Delivery.Of(Delivery.Unit("freiberg", Delivery.Competence(SmallMap.Freiberg), name)));
            await _service.DownloadAsync();
            (await OfficeAsync(SmallMap.Freiberg)).Should().Be(name);
        }
    }

    [Fact]
    public async Task A_snapshot_names_the_folder_as_one_source()
    {
        await _service.DownloadAsync();
        await using var directory = _service.Read();
        await using var services = directory.Provider;
        var maker = Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService<BaseComponents.Authorities.Snapshots.SnapshotMaker>(services, "");
        var info = await maker.MakeUnsignedAsync(directory.PathOf("x.snapshot"));
        var source = info.Sources.Should().ContainSingle(one => one.Location == _service.Folder).Subject;
        (source.Objects, source.CreatedAt).Should().Be((5, new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero)));
    }

    private async Task<string> OfficeAsync(string place)
    {
        await using var directory = _service.Read();
        var answer = await directory.Authorities.ResolveAsync(LeikaKey.Parse(Delivery.Dog), Place.Of(RegionKey.Parse(place)));
        return answer is Competence.Found found ? found.Office.Name : answer.GetType().Name;
    }
}
