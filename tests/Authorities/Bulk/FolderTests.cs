using System.Text.Json;
using System.Text.Json.Nodes;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>The folder and its cursor: what counts, what is refused, and what a process leaves that ends at any moment.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly BulkService _service = new();

    public FolderTests()
    {
        for (var page = 1; page <= 5; page++)
            _service.Pages.Add(BulkService.Page(page, Delivery.Unit($"amt-{page}")));
    }

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_process_may_end_at_any_moment()
    {
        // Each state in which a process can leave the folder: before and after each renaming, with any part of a draft.
        for (var stopAt = 0; stopAt < 5; stopAt++)
        {
            foreach (var left in new Action<int>[] { _ => { }, Draft, EmptyDraft, PageThatDoesNotCount, HalfAPageThatDoesNotCount, OldGeneration })
            {
                Empty();
                Stop(stopAt);
                await _service.FaultAsync();
                left(stopAt);
                _service.Instead = _ => null;
                _service.Asked.Clear();

                var result = await _service.DownloadAsync();

                (result.Pages, result.FolderPages).Should().Be((5 - stopAt, 5));
                _service.Asked.Should().HaveCount(5 - stopAt);
                Whole().Should().Equal(_service.Pages.Select(page => page.Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task A_page_that_cannot_be_put_in_its_place_does_not_count()
    {
        var place = Path.Combine(_service.Folder, "page-00000001-00000003.xml");
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query == "?index=2")
                Directory.CreateDirectory(place);
            return null;
        };
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
        JsonNode.Parse(File.ReadAllText(Path.Combine(_service.Folder, "bulk.cursor")))!["running"]!["pages"]!.GetValue<int>().Should().Be(2);
        Directory.Delete(place);
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { WasResumed = true, Pages = 3, FolderPages = 5 });
    }

    [Fact]
    public async Task A_page_whose_count_cannot_be_written_is_fetched_again()
    {
        var draft = Path.Combine(_service.Folder, "bulk.cursor");
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query != "?index=2")
                return null;
            File.Move(draft, draft + ".weg");
            Directory.CreateDirectory(draft);
            return null;
        };
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
        _service.Files.Should().Contain("page-00000001-00000003.xml");
        Directory.Delete(draft);
        File.Move(draft + ".weg", draft);
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { WasResumed = true, Pages = 3, FolderPages = 5 });
    }

    [Fact]
    public async Task What_a_full_run_replaced_goes_with_the_next_one_where_it_was_left()
    {
        await _service.DownloadAsync();
        await _service.DownloadAsync(BulkRun.Full);
        File.WriteAllText(Path.Combine(_service.Folder, "page-00000001-00000001.xml"), "alt");
        await _service.DownloadAsync();
        _service.Files.Should().NotContain("page-00000001-00000001.xml");
    }

    [Fact]
    public async Task A_page_that_counts_and_is_missing_makes_everything_be_fetched_anew()
    {
        await _service.DownloadAsync();
        File.Delete(Path.Combine(_service.Folder, "page-00000001-00000003.xml"));
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = true, Pages = 5, FolderPages = 5 });
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_service.Folder);
        File.WriteAllText(Path.Combine(_service.Folder, "page-00000001-00000001.xml"), "meins");
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
        _service.State.Should().Equal("page-00000001-00000001.xml: meins");
    }

    [Fact]
    public async Task Files_of_others_stay_where_a_download_works()
    {
        await _service.DownloadAsync();
        foreach (var name in new[] { "notiz.txt", "page-1.xml", "page-00000009-00000009.xml.bak", "apage-00000009-00000009.xml" })
            File.WriteAllText(Path.Combine(_service.Folder, name), "meins");
        await _service.DownloadAsync(BulkRun.Full);
        _service.Files.Should().Contain(["notiz.txt", "page-1.xml", "page-00000009-00000009.xml.bak", "apage-00000009-00000009.xml"]);
    }

    [Fact]
    public async Task A_folder_takes_one_download_at_a_time()
    {
        Task<AuthoritiesException>? second = null;
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query == "?index=1" && second is null)
                second = FaultOfSecondAsync();
            return null;
        };
        await _service.DownloadAsync();
        (await second!).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.bulk-busy" && fault.IsTransient);

        async Task<AuthoritiesException> FaultOfSecondAsync() =>
            (await FluentActions.Awaiting(() => _service.Delivery.DownloadAsync(_service.Folder)).Should().ThrowAsync<AuthoritiesException>()).Which;
    }

    [Fact]
    public async Task A_path_that_is_a_file_is_refused()
    {
        File.WriteAllText(_service.Folder, "x");
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
        File.Delete(_service.Folder);
    }

    [Fact]
    public async Task A_cursor_of_another_service_is_not_gone_on_with()
    {
        await _service.DownloadAsync();
        Cursor(cursor => cursor["complete"]!["source"] = "https://bulk.example/api/v2/other");
        _service.Asked.Clear();
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = true, Pages = 5 });
        _service.Asked.Should().StartWith([""]);
    }

    [Theory]
    [InlineData("https://evil.example/api/")]
    [InlineData("../../other")]
    [InlineData("")]
    [InlineData("https://")]
    public async Task An_address_in_the_cursor_is_looked_at_like_one_in_an_answer(string address)
    {
        await _service.DownloadAsync();
        Cursor(cursor => cursor["complete"]!["nextAddress"] = address);
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-foreign-address");
    }

    [Fact]
    public async Task An_address_in_the_cursor_may_be_relative()
    {
        await _service.DownloadAsync();
        Cursor(cursor => cursor["complete"]!["nextAddress"] = "v3/verwaltungsobjekte/xzufi-2-3-1?index=5");
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { IsFull = false, Pages = 0 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":2,"complete":null,"running":null}""")]
    [InlineData("""{"format":1,"complete":null,"running":null,"more":1}""")]
    [InlineData("""{"format":1,"complete":null,"complete":null,"running":null}""")]
    [InlineData("""{"format":1,"complete":{"generation":1,"pages":-1,"bytes":1,"source":"x","nextAddress":null,"completedAt":"2026-11-27T12:00:00Z"},"running":null}""")]
    [InlineData("""{"format":1,"complete":{"generation":1,"pages":2000000000,"bytes":1,"source":"x","nextAddress":null,"completedAt":"2026-11-27T12:00:00Z"},"running":null}""")]
    [InlineData("""{"format":1,"complete":{"generation":0,"pages":1,"bytes":1,"source":"x","nextAddress":null,"completedAt":"2026-11-27T12:00:00Z"},"running":null}""")]
    [InlineData("""{"format":1,"complete":{"generation":1,"pages":1,"bytes":1,"source":null,"nextAddress":null,"completedAt":"2026-11-27T12:00:00Z"},"running":null}""")]
    [InlineData("""{"format":1,"complete":null,"running":{"generation":7,"pages":0,"bytes":0,"answers":0,"source":"x","nextAddress":"x","index":null}}""")]
    public async Task A_damaged_cursor_is_refused_and_nothing_is_deleted(string text)
    {
        await _service.DownloadAsync();
        File.WriteAllText(Path.Combine(_service.Folder, "bulk.cursor"), text);
        var before = _service.State;
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
        _service.State.Should().Equal(before);
        await using var directory = _service.Read();
        (await directory.Authorities.GetStatusAfterReadingAsync()).LastFailure!.Code.Should().Be("authorities.bulk-folder");
    }

    [Fact]
    public async Task A_cursor_without_end_is_refused()
    {
        await _service.DownloadAsync();
        File.WriteAllText(Path.Combine(_service.Folder, "bulk.cursor"), new string(' ', 100_000) + JsonSerializer.Serialize(1));
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-folder");
    }

    [Fact]
    public async Task A_folder_that_is_no_download_is_no_delivery()
    {
        Directory.CreateDirectory(_service.Folder);
        File.WriteAllText(Path.Combine(_service.Folder, "delivery.xml"), Delivery.For("14"));
        await using var directory = _service.Read();
        (await directory.Authorities.GetStatusAfterReadingAsync()).LastFailure!.Code.Should().Be("authorities.bulk-incomplete");
    }

    private void Empty()
    {
        if (Directory.Exists(_service.Folder))
            Directory.Delete(_service.Folder, recursive: true);
    }

    private void Stop(int page) => _service.Instead = request =>
        request.RequestUri!.Host == "bulk.example" && request.RequestUri.Query == (page == 0 ? "" : $"?index={page}") ? BulkService.Json("{}") : null;

    private void Draft(int page) => File.WriteAllText(Path.Combine(_service.Folder, "bulk.tmp"), _service.Pages[page]);

    private void EmptyDraft(int page) => File.WriteAllText(Path.Combine(_service.Folder, "bulk.tmp"), "");

    private void PageThatDoesNotCount(int page) => File.WriteAllText(Path.Combine(_service.Folder, $"page-00000001-{page + 1:D8}.xml"), _service.Pages[page]);

    private void HalfAPageThatDoesNotCount(int page) => File.WriteAllText(Path.Combine(_service.Folder, $"page-00000001-{page + 1:D8}.xml"), _service.Pages[page][..50]);

    private void OldGeneration(int page) => File.WriteAllText(Path.Combine(_service.Folder, $"page-00000007-{page + 1:D8}.xml"), "alt");

    private IEnumerable<string> Whole()
    {
        _service.Files.Should().HaveCount(6);
        return _service.Files.Where(name => name.EndsWith(".xml", StringComparison.Ordinal)).Select(name => File.ReadAllText(Path.Combine(_service.Folder, name)));
    }

    private void Cursor(Action<JsonNode> change)
    {
        var path = Path.Combine(_service.Folder, "bulk.cursor");
        var cursor = JsonNode.Parse(File.ReadAllText(path))!;
        change(cursor);
        File.WriteAllText(path, cursor.ToJsonString());
    }
}
