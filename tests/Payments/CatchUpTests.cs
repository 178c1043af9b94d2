using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments;

/// <summary>After a day of downtime everything is due at once; the service must not feel it.</summary>
public sealed class CatchUpTests
{
    private const int Due = 300;

    [Fact]
    public async Task What_has_piled_up_is_looked_at_in_small_portions()
    {
        using var service = new CrowdedService();
        await using var app = TestApplication.With(service);
        foreach (var number in Enumerable.Range(0, Due))
            await app.Payments.StartAsync(Orders.DogTax($"case-{number}"));
        app.Clock.Advance(TimeSpan.FromHours(20));
        service.Count();

        var perRun = new List<int>();
        while (perRun.Count == 0 || perRun[^1] > 0)
            perRun.Add((await app.Reconciler.RunOnceAsync(TestContext.Current.CancellationToken)).Checked);

        perRun.Should().OnlyContain(looked => looked <= 50);
        perRun.Sum().Should().Be(Due, "each is looked at once: after a look the next one is an hour away");
        service.Most.Should().BeInRange(2, 4);
    }

    /// <summary>Counts how many looks are under way at once.</summary>
    private sealed class CrowdedService : DelegatingHandler
    {
        private readonly Lock _counting = new();
        private int _now;
        private bool _counts;

        public CrowdedService()
            : base(new ScriptedService())
        {
        }

        public int Most { get; private set; }

        public void Count() => _counts = true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var now = Interlocked.Increment(ref _now);
            lock (_counting)
                Most = _counts ? Math.Max(Most, now) : 0;
            await Task.Delay(_counts ? 2 : 0, cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            Interlocked.Decrement(ref _now);
            return answer;
        }
    }
}
