using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>
/// Clerks decide cases while the mail server breaks answers and the two instances of the application are killed or frozen again and again. Then the weather clears, two instances finish what waits, and an
/// operator decides about what is held. What is left is the auditor's.
/// </summary>
internal sealed class MailRun(MailSite site, MailPlan plan)
{
    private const int AtOnce = 24;
    private readonly SemaphoreSlim _arrivals = new(0);
    private int _kills;

    private int Portion => (plan.Mails + plan.Kills - 1) / plan.Kills;

    public async Task RunAsync()
    {
        await ServedAsync(plan.Kills, ArriveAsync);
        await site.Post.ChangeAsync(Weather.Calm);
        await ServedAsync(0, SettleAsync);
    }

    private async Task ServedAsync(int kills, Func<Clerk, Task> work)
    {
        var stop = new TaskCompletionSource();
        var killPlan = new KillPlan(kills, new Random(plan.Seed), plan.Steps, Patience);
        var slots = Enumerable.Range(0, 2).Select(_ => new WorkerSlot(kill => site.StartWorker(plan, kill?.Step, kill?.Occurrence ?? 0), killPlan, KilledAsync)).ToArray();
        var served = Task.WhenAll(slots.Select(slot => slot.RunAsync(stop.Task)));
        await await Task.WhenAny(work(new Clerk(slots)), served);
        stop.SetResult();
        await served;
        await Console.Error.WriteLineAsync($"{DateTime.Now:T} served; {_kills} kills; {await StatesAsync()}");
    }

    // Who is frozen has to live on for a while; mails are not held every moment.
    private static StepPatience Patience(string step) => step switch
    {
        MailSteps.FrozenSending or MailSteps.FrozenHandingOver => new StepPatience(MailSite.Frozen + TimeSpan.FromSeconds(12), 1),
        MailSteps.Held => new StepPatience(TimeSpan.FromSeconds(30), 1),
        _ => new StepPatience(TimeSpan.FromSeconds(20), 4),
    };

    // With each kill a portion of cases arrives, so that there is work for the next one as well.
    private async Task KilledAsync(string step)
    {
        await site.NoteKillAsync(step);
        Interlocked.Increment(ref _kills);
        _arrivals.Release(Portion);
    }

    private async Task ArriveAsync(Clerk clerk)
    {
        _arrivals.Release(2 * Portion);
        using var places = new SemaphoreSlim(AtOnce);
        var deciding = new List<Task>();
        for (var number = 1; number <= plan.Mails; number++)
        {
            await _arrivals.WaitAsync();
            await places.WaitAsync();
            deciding.Add(LeaveAfterwardsAsync(clerk.DecideAsync(number, plan.RolledBack, new Random(plan.Seed + number)), places));
        }

        await Task.WhenAll(deciding);
        // Kills that have not happened yet come first.
        while (Volatile.Read(ref _kills) < plan.Kills)
            await Task.Delay(100);
    }

    private static async Task LeaveAfterwardsAsync(Task decided, SemaphoreSlim places)
    {
        try
        {
            await decided;
        }
        finally
        {
            places.Release();
        }
    }

    private async Task SettleAsync(Clerk clerk)
    {
        var operating = new Operator(site, clerk.AskAsync);
        var end = DateTime.UtcNow + plan.LongestSettling;
        while (await OpenAsync() + await TryOperateAsync(operating) > 0)
        {
            if (DateTime.UtcNow > end)
            {
                await Console.Error.WriteLineAsync($"{DateTime.Now:T} not settled in time: {await StatesAsync()}");
                return;
            }

            await Task.Delay(500);
        }
    }

    private static async Task<int> TryOperateAsync(Operator operating)
    {
        try
        {
            return await operating.DecideAsync();
        }
        catch (IOException)
        {
            // No instance is ready yet.
            return 1;
        }
    }

    private async Task<int> OpenAsync() => (await site.AskAsync<int>($"""SELECT CAST(count(*) AS integer) AS "Value" FROM "MailOutbox" WHERE "Phase" NOT IN ('Settled', 'Held')""")).Single();

    private async Task<string> StatesAsync() =>
        string.Join(", ", await site.AskAsync<string>($"""SELECT "Phase" || ' ' || count(*) AS "Value" FROM "MailOutbox" GROUP BY "Phase" ORDER BY 1"""));
}
