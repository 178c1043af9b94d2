using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Payments;
using BaseComponents.SecureMail;
using DogLicence.Walkthrough;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using MunicipalService.Hosting;

namespace BaseComponents.Tests.Journeys.Silence;

/// <summary>What a trace source says is heard in the whole process: whoever counts spans has to be alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A citizen walks the whole way while a collector gets traces, metrics and logs, and the audit goes to its file. Then all of it is looked at.</summary>
[Collection(nameof(Alone))]
public sealed partial class ObservedJourneyTests : IAsyncLifetime
{
    private const string Web = "Microsoft.AspNetCore";
    private const string Calls = "System.Net.Http";
    private static readonly string[] Typed = ["Büffel", "Schäferhund-Mischling", "schwarz mit weißer Brust", "276 098 106 123 456", "Muster Versicherung", "=HV-12345", "zoe@buerger.example"];
    private readonly Collector _collector = new();
    private readonly Harvest _harvest = new();
    private string _number = "";
    private FreshServer _fresh = null!;
    private IReadOnlyList<JsonElement> _audit = [];

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>
        {
            // Nobody listens there: what matters is what would be sent.
            [Observability.Endpoint] = "http://127.0.0.1:9",
            ["Submission:Interval"] = "00:00:00.200",
            ["Logging:OpenTelemetry:LogLevel:Default"] = "Trace",
        };
        _fresh = await FreshServer.StartAsync(settings, TestPaths.Sample, services =>
        {
            services.AddSingleton<IClaimsTransformation>(_harvest);
            _collector.AddTo(services);
        });
    }

    [Fact]
    public async Task A_collector_and_the_audit_get_the_way_and_nobody_who_went_it()
    {
        _number = await WholeWalk.RunAsync(_fresh, "zoe@buerger.example", SampleAnswers.Proof);
        await SettledAsync();
        Collector.Flush(_fresh.Server.Services);

        NobodyIsNamed();
        FormAndPaymentServiceAreOneTrace();
        WorkersAreLinkedToTheirCause();
        MetricsHaveFewValues();
        EachAuditEventStandsThereOnce();
    }

    public async ValueTask DisposeAsync()
    {
        await _fresh.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task SettledAsync()
    {
        for (var i = 0; i < 200 && !(_audit = Audit()).Any(line => Event(line) == "MailSent" && line.GetProperty("tenant").GetString() == "notices"); i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private void NobodyIsNamed()
    {
        foreach (var value in Typed)
            _harvest.Needles.Add(value);
        _harvest.Needles.Values.Should().Contain(["MUSTERMANN", "zoe@buerger.example"]);
        var lines = _collector.Lines();
        _collector.Logs().Should().HaveCountGreaterThan(1000, "the log is exported at its finest level");
        _harvest.Needles.FindIn(lines).Should().BeEmpty();
        _harvest.Needles.FindIn([.. _audit.Select(line => line.GetRawText())]).Should().BeEmpty();
        _harvest.Needles.Add("payments.start");
        _harvest.Needles.FindIn(lines).Should().NotBeEmpty("what is there is found");
        var tags = _collector.Spans.SelectMany(span => span.TagObjects).ToList();
        tags.Select(tag => tag.Key).Should().NotContain(["url.path", "url.query", "url.full", "user_agent.original", "client.address"]);
        tags.Select(tag => $"{tag.Value}").Should().NotContain(value => value.Contains('?') || value.Contains("://", StringComparison.Ordinal), "addresses hold codes and tokens");
    }

    private void FormAndPaymentServiceAreOneTrace()
    {
        var start = _collector.Spans.First(span => span.OperationName == "payments.start");
        var trace = _collector.Spans.Where(span => span.TraceId == start.TraceId).ToList();

        trace.Should().Contain(span => span.Source.Name == Web && span.SpanId == start.ParentSpanId && (string?)span.GetTagItem("http.request.method") == "POST", "the form was posted");
        trace.Should().Contain(span => span.Source.Name == Calls && span.ParentSpanId == start.SpanId && span.Kind == ActivityKind.Client, "the payment service was called");
        _collector.Spans.Single(span => span.OperationName == "eid.login").Parent!.Source.Name.Should().Be(Web, "the log-in belongs to the request that brought the answer");
    }

    private void WorkersAreLinkedToTheirCause()
    {
        var delivered = _collector.Spans.Single(span => span.OperationName == "payments.deliver");
        var cause = _collector.Spans.Single(span => span.SpanId == delivered.Links.Single().Context.SpanId);
        cause.TraceId.Should().NotBe(delivered.TraceId);
        var stored = _collector.Spans.Single(span => span.OperationName == "securemail.outbox.store");
        stored.TraceId.Should().Be(delivered.TraceId);
        _collector.Spans.First(span => span.OperationName == "securemail.outbox.attempt").Links.Single().Context.SpanId.Should().Be(stored.SpanId);
    }

    private void MetricsHaveFewValues()
    {
        var own = _collector.Metrics.Where(metric => metric.MeterName.StartsWith("BaseComponents.", StringComparison.Ordinal)).ToList();
        own.Select(metric => metric.MeterName).Distinct().Should().Contain([EidDefaults.MeterName, PaymentDefaults.MeterName, SecureMailDefaults.MeterName]);
        _collector.Metrics.Select(metric => metric.Name).Should().Contain(["http.server.request.duration", "http.client.request.duration"], "the dashboard shows them");
        foreach (var metric in own)
        {
            var points = Collector.Points(metric).ToList();
            points.Should().HaveCountLessThan(20, "{0} is kept by a time series for each set of tags", metric.Name);
            points.SelectMany(point => point.Tags).Select(tag => $"{tag.Value}").Should().OnlyContain(value => Word().IsMatch(value), "{0} counts by fixed words", metric.Name);
        }
    }

    private void EachAuditEventStandsThereOnce()
    {
        _audit.GroupBy(line => line.GetRawText()[line.GetRawText().IndexOf("\"unit\"", StringComparison.Ordinal)..]).Should().OnlyContain(same => same.Count() == 1, "each event once");
        string.Join('\n', _audit.Select(line => line.GetRawText())).Should().NotContain(_number, "the case stands in no event");
        _audit.Count(line => Event(line) == "LogInAccepted").Should().Be(1);
        _audit.Where(line => Event(line) == "PaymentMoved").Select(line => $"{line.GetProperty("before")} {line.GetProperty("after")}").Should().Equal("Creating Open", "Open Paid");
        _audit.Where(line => Event(line) is "MailSealed" or "MailSent").Select(line => $"{Event(line)} {line.GetProperty("tenant")}").Should().BeEquivalentTo("MailSealed ", "MailSent ", "MailSent notices");
        _audit.Should().Contain(line => Event(line) == "DirectoryReplaced").And.OnlyContain(line => line.GetProperty("at").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddMinutes(-10));
    }

    private IReadOnlyList<JsonElement> Audit() =>
        [.. Directory.GetFiles(Path.Combine(_fresh.Folder, AuditSetup.Folder), "audit-*.jsonl").SelectMany(File.ReadAllLines).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string Event(JsonElement line) => line.GetProperty("event").GetString()!;

    [GeneratedRegex("^[A-Za-z][A-Za-z.-]{0,40}$|^$|^[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
