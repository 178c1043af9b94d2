using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BaseComponents.Tests.Payments;

/// <summary>What the audit category says of a payment from its beginning to its erasure: each act once, and nobody.</summary>
public sealed class AuditEventsTests : IAsyncDisposable
{
    private static readonly string[] Canaries = ["Quaksalber", "antrag-4711", "sachbearbeiter-9", "zweite-person", "Anruf bei der Kasse"];
    private readonly ScriptedService _service = new();
    private readonly TestApplication _app;

    public AuditEventsTests() => _app = TestApplication.With(_service, payments => payments.AddEventHandler<CollectEvents>().Services.AddSingleton(new CollectedEvents()));

    [Fact]
    public async Task Each_act_is_recorded_once_and_nobody_with_it()
    {
        var operations = _app.Services.GetRequiredService<IPaymentOperations>();
        var order = Orders.DogTax("antrag-4711") with { Payer = new PaymentPayer { Name = "Quaksalber" } };

        var payment = await _app.Payments.StartAsync(order);
        await _app.Payments.StartAsync(order);
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("antrag-4711");
        _service.Payments[0].Status = "PAYED";
        await _app.Payments.RefreshAsync("antrag-4711");
        await _app.Payments.RefreshAsync("antrag-4711");
        await operations.ResolveAsync(new PaymentDecision
        {
            Reference = "antrag-4711",
            Attempt = 1,
            Resolution = PaymentResolution.Paid,
            Evidence = PaymentEvidence.TwoPersons,
            DecidedBy = "sachbearbeiter-9",
            ConfirmedBy = "zweite-person",
            Reason = "Anruf bei der Kasse",
        });
        await FluentActions.Awaiting(() => operations.EraseAsync("antrag-4711", "", "")).Should().ThrowAsync<PaymentException>("who is not named does nothing");

        Audit().Select(Written).Should().Equal(
            "2101 Attempt=1",
            "2102 Before=Creating After=Open",
            "2102 Before=Open After=Canceled",
            "2102 Before=Canceled After=PaidLate",
            "2103 Change=PaidLate -> Paid Persons=2 Line=1",
            "2102 Before=PaidLate After=Paid");
        Audit().Should().OnlyContain(line => line.GetStructuredStateValue("RequestId") == _service.Payments[0].RequestId && line.Level == LogLevel.Information && line.Id.Name != null);
        payment.Reference.Should().Be("antrag-4711");
        NobodySings();
    }

    [Fact]
    public async Task Erasure_and_deletion_name_their_line()
    {
        var operations = _app.Services.GetRequiredService<IPaymentOperations>();
        await _app.Payments.StartAsync(Orders.DogTax("antrag-4711"));
        _service.Payments[0].Status = "CANCELED";
        await _app.Payments.RefreshAsync("antrag-4711");
        _app.Clock.Advance(TimeSpan.FromDays(30));
        await _app.Reconciler.RunOnceAsync();
        _app.Clock.Advance(TimeSpan.FromDays(300));

        await operations.PurgeAsync(new PaymentRetention { ErasePersonsBefore = _app.Clock.GetUtcNow(), DecidedBy = "sachbearbeiter-9", Reason = "Anruf bei der Kasse" });
        _app.Clock.Advance(TimeSpan.FromDays(300));
        await operations.PurgeAsync(new PaymentRetention { DeleteRecordsBefore = _app.Clock.GetUtcNow(), DecidedBy = "sachbearbeiter-9", Reason = "Anruf bei der Kasse" });

        Audit().Select(line => line.Id.Id).Where(id => id > 2102).Should().Equal(2104, 2105);
        NobodySings();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IReadOnlyList<FakeLogRecord> Audit() => [.. _app.Logged.Where(line => line.Category == PaymentDefaults.AuditCategory)];

    private void NobodySings() => string.Join('\n', Audit().Select(line => $"{line.Message} {string.Join(' ', line.StructuredState!)}")).Should().NotContainAny(Canaries);

    private static string Written(FakeLogRecord line) => $"{line.Id.Id} " + string.Join(' ', line.StructuredState!
        .Where(fact => fact.Key is not ("RequestId" or "Tenant" or "{OriginalFormat}")).Select(fact => $"{fact.Key}={fact.Value}"));
}
