namespace BaseComponents.Tests.Scale.Payments.Tenants;

/// <summary>A service that hangs is the trouble of its own town. The bound leaves room for a busy machine; a queue in common breaks it all the same.</summary>
public sealed class HangingTownTests
{
    private const double Bound = 5000;

    [Fact]
    public async Task The_other_towns_do_not_wait_for_it() =>
        (await HangingTown.MeasureAsync(towns: 4, rounds: 1, orders: 20)).Beside.Should().BeLessThan(Bound);

    [Fact]
    public async Task The_measure_sees_a_queue_that_all_stand_in()
    {
        using var queue = new SemaphoreSlim(4);
        (await HangingTown.MeasureAsync(towns: 4, rounds: 1, orders: 1, queue)).Beside.Should().BeGreaterThan(Bound);
    }
}
