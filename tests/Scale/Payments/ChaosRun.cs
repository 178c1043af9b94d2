using System.Collections.Concurrent;
using System.Globalization;
using BaseComponents.Tests.Scale.Payments.Citizens;
using BaseComponents.Tests.Scale.Payments.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary>
/// Citizens pay while the service breaks answers and the two instances of the application are killed again and again. Then the weather clears, and
/// everything is started again: a day later, when pay pages are too old, and once more a day after that, since a page that is found only then has
/// its full time. Then those come who pay late. What is left is the auditor's.
/// </summary>
internal sealed class ChaosRun(Site site, ChaosPlan plan)
{
    private const int AtOnce = 32;
    private static readonly TimeSpan ADay = TimeSpan.FromHours(25);
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly ConcurrentBag<Citizen> _citizens = [];
    private int _kills;

    public async Task RunAsync()
    {
        await ServiceFaults.ArmAsync(site.Sandbox, plan);
        await ServedAsync(new KillPlan(plan.Kills, new Random(plan.Seed), [.. Steps.All]), TimeSpan.Zero, ArriveAsync);
        await ServiceFaults.LiftAsync(site.Sandbox);
        await ServedAsync(new KillPlan(0, new Random(plan.Seed), [.. Steps.All]), ADay, _ => UntilAsync(Settling.NothingIsOldAndOpen));
        await ServedAsync(new KillPlan(0, new Random(plan.Seed), [.. Steps.All]), 2 * ADay, async town =>
        {
            await UntilAsync(Settling.NothingIsOpen);
            var late = await Task.WhenAll(_citizens.Select(async citizen => (citizen.Reference, Payments: await citizen.ComeADayLaterAsync(town))));
            await UntilAsync(Settling.MoneyIsSeen, ("late", late.Where(one => one.Payments > 0).Select(one => one.Reference).ToArray()), ("payments", (long)late.Sum(one => one.Payments)));
        });
    }

    private async Task ServedAsync(KillPlan killPlan, TimeSpan ahead, Func<Town, Task> work)
    {
        var stop = new TaskCompletionSource();
        var slots = Enumerable.Range(0, 2).Select(_ => new WorkerSlot(kill => Start(kill, ahead), killPlan, KilledAsync)).ToArray();
        using var town = new Town(slots);
        var served = Task.WhenAll(slots.Select(slot => slot.RunAsync(stop.Task)));
        var done = work(town);
        await await Task.WhenAny(done, served);
        stop.SetResult();
        await served;
        await Console.Error.WriteLineAsync($"{DateTime.Now:T} served; {_kills} kills; {await site.AskAsync<string>(Settling.States)}; browsers saw: {string.Join(", ", town.Troubles.Select(trouble => $"{trouble.Key} {trouble.Value}"))}");
    }

    private WorkerProcess Start(PlannedKill? kill, TimeSpan ahead)
    {
        var settings = site.SettingsFor(plan);
        settings["Worker:Ahead"] = ahead.ToString("c", CultureInfo.InvariantCulture);
        settings["Worker:DieAt"] = kill?.Step;
        settings["Worker:DieAtOccurrence"] = $"{kill?.Occurrence ?? 0}";
        return new WorkerProcess("payments-worker", settings);
    }

    // With each kill a portion of citizens arrives, so that there is work for the next one as well.
    private async Task KilledAsync(string step)
    {
        await site.AskAsync<int>("""INSERT INTO "Kills" ("Step") VALUES (@step) RETURNING "Id" """, ("step", step));
        Interlocked.Increment(ref _kills);
        _arrivals.Release(Portion);
    }

    private int Portion => (plan.Orders + plan.Kills - 1) / plan.Kills;

    private async Task ArriveAsync(Town town)
    {
        _arrivals.Release(2 * Portion);
        using var places = new SemaphoreSlim(AtOnce);
        var random = new Random(plan.Seed);
        var paying = new List<Task>();
        for (var number = 1; number <= plan.Orders; number++)
        {
            await _arrivals.WaitAsync();
            await places.WaitAsync();
            var order = new ChaosOrder($"order-{number:000000}", 100 * random.Next(10, 90), HasLookUp: random.Next(10) > 0);
            var citizen = new Citizen(order, Behaviours.Draw(random), town);
            _citizens.Add(citizen);
            paying.Add(LeaveAfterwardsAsync(citizen, places));
        }

        await Task.WhenAll(paying);
        // Kills that have not happened yet come first.
        while (Volatile.Read(ref _kills) < plan.Kills)
            await Task.Delay(100);
    }

    private static async Task LeaveAfterwardsAsync(Citizen citizen, SemaphoreSlim places)
    {
        try
        {
            await citizen.RunAsync();
        }
        finally
        {
            places.Release();
        }
    }

    private async Task UntilAsync(string statement, params (string Name, object Value)[] parameters)
    {
        var end = DateTime.UtcNow + plan.LongestSettling;
        while (!await site.AskAsync<bool>(statement, parameters))
        {
            if (DateTime.UtcNow > end)
            {
                await Console.Error.WriteLineAsync($"{DateTime.Now:T} not settled in time: {await site.AskAsync<string>(Settling.States)}");
                return;
            }

            await Task.Delay(500);
        }
    }
}
