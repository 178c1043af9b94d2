using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Payments;

/// <summary>How many events one instance hands over at once.</summary>
public sealed class EventConcurrencyTests
{
    private const int Cases = 6;

    [Fact]
    public async Task Unless_told_otherwise_one_comes_after_the_other()
    {
        var (handled, delivered) = await PayAsync(atOnce: null, meet: 1);

        (handled.MostAtOnce, delivered).Should().Be((1, Cases));
    }

    [Fact]
    public async Task As_many_as_are_set_are_handled_side_by_side_and_each_once()
    {
        var (handled, delivered) = await PayAsync(atOnce: 3, meet: 3);

        (handled.MostAtOnce, delivered).Should().Be((3, Cases));
        handled.References.Should().BeEquivalentTo(Enumerable.Range(1, Cases).Select(number => $"case-{number}"));
    }

    [Fact]
    public async Task One_that_fails_holds_up_no_other()
    {
        var (handled, delivered) = await PayAsync(atOnce: 3, meet: 1, failing: "case-2");

        delivered.Should().Be(Cases - 1);
        handled.References.Should().NotContain("case-2").And.HaveCount(Cases - 1);
    }

    private static async Task<(Meeting Handled, int Delivered)> PayAsync(int? atOnce, int meet, string? failing = null)
    {
        var (service, meeting) = (new ScriptedService(), new Meeting(meet, failing));
        await using var app = TestApplication.With(service, payments =>
        {
            payments.AddEventHandler<Meet>().Services.AddSingleton(meeting);
            if (atOnce is { } number)
                payments.Services.Configure<PaymentsOptions>(options => options.Reconciler.EventConcurrency = number);
        });
        for (var number = 1; number <= Cases; number++)
            await app.Payments.StartAsync(Orders.DogTax($"case-{number}"), TestContext.Current.CancellationToken);
        service.Payments.ForEach(payment => payment.Status = "PAYED");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return (meeting, (await app.Reconciler.RunOnceAsync(TestContext.Current.CancellationToken)).Delivered);
    }

    /// <summary>Where handlers wait for each other, so that being alone there would show.</summary>
    private sealed class Meeting(int meet, string? failing)
    {
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _counting = new();
        private int _present;

        public int MostAtOnce { get; private set; }

        public List<string> References { get; } = [];

        public async Task HandleAsync(string reference)
        {
            if (reference == failing)
                throw new InvalidOperationException("This one cannot be handled.");
            lock (_counting)
            {
                References.Add(reference);
                MostAtOnce = Math.Max(MostAtOnce, ++_present);
                if (_present == meet)
                    _complete.TrySetResult();
            }

            await _complete.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await Task.Yield();
            lock (_counting)
                _present--;
        }
    }

    private sealed class Meet(Meeting meeting) : IPaymentEventHandler
    {
        public Task HandleAsync(PaymentEvent paymentEvent, CancellationToken cancellationToken = default) => meeting.HandleAsync(paymentEvent.Reference);
    }
}
