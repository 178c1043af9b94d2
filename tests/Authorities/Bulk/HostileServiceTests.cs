using System.Net;
using System.Net.Http.Headers;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Tests.Authorities.Support;

namespace BaseComponents.Tests.Authorities.Bulk;

/// <summary>A service that leads astray, says too much or too little: nothing of it counts, and nothing that counted is lost.</summary>
public sealed class HostileServiceTests : IDisposable
{
    private BulkService _service = WithPages();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("https://evil.example/api/v3/verwaltungsobjekte/xzufi-2-3-1?index=2")]
    [InlineData("http://bulk.example/api/v3/x?index=2")]
    [InlineData("https://bulk.example:8443/api/v3/x?index=2")]
    [InlineData("https://bulk.example/other/x?index=2")]
    [InlineData("https://bulk.example/apis/x?index=2")]
    [InlineData("https://bulk.example/api/../other?index=2")]
    [InlineData("https://bulk.example/api/%2e%2e/other?index=2")]
    [InlineData("https://bulk.example/api/x%2f..%2f..%2fother?index=2")]
    [InlineData("https://bulk.example/api/..\\..\\other?index=2")]
    [InlineData("https://bulk.example@evil.example/api/x?index=2")]
    [InlineData("https://land:geheim@bulk.example/api/x?index=2")]
    [InlineData("https://bulk.example/api/x?index=2#evil.example")]
    [InlineData("//evil.example/api/x?index=2")]
    [InlineData("/other?index=2")]
    [InlineData("../../../other?index=2")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://bulk.example/api/ü?index=2")]
    [InlineData("https://bulk.example/api/x?index=2 ")]
    [InlineData("https://")]
    public async Task A_next_address_at_another_place_is_never_asked(string address)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? BulkService.Envelope(_service.Pages[1], isComplete: false, 2, address) : null;
        var fault = await _service.FaultAsync();
        (fault.Code, fault.IsTransient).Should().Be(("authorities.bulk-foreign-address", false));
        fault.Message.Should().NotContain("evil").And.NotContain("geheim");
        _service.Asked.Should().Equal("", "?index=1");
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml");
    }

    [Theory]
    [InlineData("?index=2")]
    [InlineData("/api/v3/verwaltungsobjekte/xzufi-2-3-1?index=2")]
    [InlineData("https://BULK.example:443/api/v3/verwaltungsobjekte/xzufi-2-3-1?index=2")]
    public async Task A_next_address_at_the_same_place_may_be_written_otherwise(string address)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? BulkService.Envelope(_service.Pages[1], isComplete: false, 2, address) : null;
        (await _service.DownloadAsync()).Pages.Should().Be(3);
    }

    [Theory]
    [InlineData(1L, 9)]
    [InlineData(0L, 9)]
    [InlineData(-5L, 9)]
    [InlineData(2L, 1)]
    public async Task A_circle_is_left(long index, int next)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? BulkService.Envelope(_service.Pages[1], isComplete: false, index, BulkService.At(next)) : null;
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-loop");
        _service.Asked.Should().Equal("", "?index=1");
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml");
    }

    [Fact]
    public async Task A_circle_is_left_over_several_calls_too()
    {
        _service.Instead = request => request.RequestUri!.Query switch
        {
            "?index=1" => BulkService.Envelope(_service.Pages[1], isComplete: false, 2, BulkService.At(2)),
            "?index=2" => new HttpResponseMessage(HttpStatusCode.BadRequest),
            _ => null,
        };
        await _service.FaultAsync();
        _service.Instead = _ => BulkService.Envelope(_service.Pages[1], isComplete: false, 2, BulkService.At(1));
        (await _service.FaultAsync()).Code.Should().Be("authorities.bulk-loop");
    }

    [Theory]
    [InlineData("{}", "authorities.data-invalid")]
    [InlineData("<html>", "authorities.data-invalid")]
    [InlineData("""{"vollstaendig":false,"naechsterIndex":2}""", "authorities.data-invalid")]
    [InlineData("""{"vollstaendig":false,"naechsteAnfrageUrl":"?index=2"}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<a","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<a/>","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"Erika Mustermann","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<?xml version='1.0' <a/>","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<x:transfer xmlns:x=\"http://xoev.de/schemata/xzufi/2_2_0\">","vollstaendig":true}""", "authorities.data-invalid")]
    [InlineData("""{"xzufiObjekte":"<x:transfer xmlns:x=\"http://xoev.de/schemata/xzufi/2_2_0\"/>""", "authorities.source-unreachable")]
    public async Task A_broken_page_leaves_nothing_behind(string json, string code)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? BulkService.Envelope(_service.Pages[1], isComplete: false, 2, BulkService.At(2)) : request.RequestUri.Query == "?index=2" ? BulkService.Json("?") : null;
        await _service.FaultAsync();
        var before = _service.State;
        _service.Instead = _ => BulkService.Json(json);
        var fault = await _service.FaultAsync();
        fault.Code.Should().Be(code);
        fault.ToString().Should().NotContain("Mustermann");
        _service.State.Should().Equal(before);
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { WasResumed = true, Pages = 1, FolderPages = 3 });
    }

    [Fact]
    public async Task A_body_that_is_cut_is_transient_and_fetched_again()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Cut()) } : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-unreachable" && fault.IsTransient);
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml");
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Pages.Should().Be(2);
    }

    [Fact]
    public async Task A_page_without_end_is_left_at_the_limit()
    {
        _service.Dispose();
        _service = WithPages(("MaxPageBytes", "100000"));
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Endless("{\"xzufiObjekte\":\"")) } : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.too-large" && fault.Message.Contains("MaxPageBytes"));
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml");
    }

    [Theory]
    [InlineData("MaxBytes", "1500")]
    [InlineData("MaxPages", "2")]
    public async Task A_folder_has_its_limits(string setting, string value)
    {
        _service.Dispose();
        _service = WithPages((setting, value));
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.too-large" && fault.Message.Contains(setting));
        _service.Asked.Count.Should().BeLessThan(4);
    }

    [Fact]
    public async Task Answers_without_objects_are_counted_too()
    {
        _service.Dispose();
        _service = WithPages(("MaxPages", "20"));
        var index = 0;
        _service.Instead = request => request.RequestUri!.Host == "bulk.example" ? BulkService.Envelope("", isComplete: false, ++index, BulkService.At(index)) : null;
        (await _service.FaultAsync()).Code.Should().Be("authorities.too-large");
        _service.Asked.Should().HaveCount(20);
    }

    [Fact]
    public async Task A_page_that_does_not_come_is_given_up()
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) } : null;
        var download = _service.Delivery.DownloadAsync(_service.Folder);
        var waiting = () => StubSource.AdvancingAsync(_service.Clock, download, TimeSpan.FromSeconds(10));
        (await waiting.Should().ThrowAsync<AuthoritiesException>()).Which.Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-unreachable" && fault.IsTransient && fault.Message.Contains("PageTimeout"));
    }

    [Fact]
    public async Task A_run_has_its_time()
    {
        _service.Dispose();
        _service = WithPages(("RunTimeout", "00:05:00"));
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) } : null;
        var waiting = () => StubSource.AdvancingAsync(_service.Clock, _service.Delivery.DownloadAsync(_service.Folder), TimeSpan.FromSeconds(5));
        (await waiting.Should().ThrowAsync<AuthoritiesException>()).Which.Message.Should().Contain("RunTimeout");
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Should().BeEquivalentTo(new { WasResumed = true, Pages = 2 });
    }

    [Fact]
    public async Task Stopping_stays_stopping_and_keeps_what_arrived()
    {
        using var stop = new CancellationTokenSource();
        _service.Instead = request =>
        {
            if (request.RequestUri!.Query == "?index=2")
                stop.Cancel();
            return null;
        };
        await FluentActions.Awaiting(() => _service.DownloadAsync(cancellationToken: stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        _service.Files.Should().Equal("bulk.cursor", "page-00000001-00000001.xml", "page-00000001-00000002.xml");
        _service.Instead = _ => null;
        (await _service.DownloadAsync()).Pages.Should().Be(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task Another_status_is_a_refusal(HttpStatusCode status)
    {
        _service.Instead = request => request.RequestUri!.Query == "?index=1" ? new HttpResponseMessage(status) { Headers = { Location = new Uri("https://evil.example/") } } : null;
        (await _service.FaultAsync()).Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.source-refused" && !fault.IsTransient);
        _service.Asked.Should().Equal("", "?index=1");
    }

    private static BulkService WithPages(params (string, string?)[] settings)
    {
        var service = new BulkService(settings);
        service.Pages.AddRange([BulkService.Page(1, Delivery.Service()), BulkService.Page(2, Delivery.Unit("freiberg", Delivery.Competence(SmallMap.Freiberg))), BulkService.Page(3, Delivery.Unit("dresden", Delivery.Competence(SmallMap.Dresden)))]);
        return service;
    }

    private sealed class Cut : ReadOnlyStream
    {
        private bool _hasBegun;

        protected override int Fill(Span<byte> buffer)
        {
            if (_hasBegun)
                throw new HttpIOException(HttpRequestError.ResponseEnded);
            _hasBegun = true;
            var start = "{\"xzufiObjekte\":\"<x:transfer"u8;
            start.CopyTo(buffer);
            return start.Length;
        }
    }

    private sealed class Silent : ReadOnlyStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        protected override int Fill(Span<byte> buffer) => 0;
    }
}
