using System.Text.Json;
using BaseComponents.Tests.Contracts.Eid.Stores;
using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;
using BaseComponents.Tests.Scale.Workers;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>One mail, and the process that dies with it by SIGKILL at each step: what the row says then, what the next process makes of it, and how often the server got the mail.</summary>
public sealed class MailKillTests(PostgreSqlPeer server) : IClassFixture<PostgreSqlPeer>
{
    private static readonly MailPlan _plan = new() { Mails = 1, Kills = 1, Weather = Weather.Calm };
    private static readonly MailOrder _order = new(1, Offices.Tenants[0], [Offices.Taxes], 2_000, RollsBack: false);

    public static TheoryData<bool, string, string?, string, int> Deaths
    {
        get
        {
            (string Step, string? Left, string Then, int Copies)[] deaths =
            [
                (MailSteps.Sealed, null, "none", 0), (MailSteps.Committing, null, "none", 0), (MailSteps.Committed, "Waiting", "Settled", 1), (MailSteps.Claimed, "Waiting", "Settled", 1),
                (MailSteps.Sending, "Sending", "Settled", 1), (MailSteps.BeforeTheEnd, "Sending", "Settled", 1), (MailSteps.HandingOver, "HandingOver", "Held", 0),
                (MailSteps.Answered, "HandingOver", "Held", 1), (MailSteps.Settled, "Settled", "Settled", 1),
            ];
            var data = new TheoryData<bool, string, string?, string, int>();
            foreach (var (step, left, then, copies) in deaths)
            {
                data.Add(false, step, left, then, copies);
                data.Add(true, step, left, then, copies);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_mail_outlives_its_process(bool isPostgreSql, string step, string? left, string then, int copies)
    {
        await using var site = await OpenAsync(isPostgreSql);
        await using (var victim = site.StartWorker(_plan, step))
        {
            await victim.Ready;
            await TryDecideAsync(victim);
            (await victim.EndAsync().WaitAsync(TimeSpan.FromMinutes(2))).Should().Be(step);
        }

        // Between the commit and its death somebody else in the same process may have claimed it.
        (await PhaseAsync(site)).Should().Be(left ?? "none");
        await using (var next = site.StartWorker(_plan))
        {
            await next.Ready;
            await UntilAsync(site, then);
            (await CopiesAsync(site)).Should().Be(copies);
            await FinishAsync(site, next);
        }

        (await PhaseAsync(site)).Should().Be("Settled");
        (await CopiesAsync(site)).Should().Be(1, "in the end each mail is there once");
    }

    [Theory]
    [InlineData(false, MailSteps.FrozenSending)]
    [InlineData(true, MailSteps.FrozenSending)]
    public async Task Who_wakes_up_after_the_lease_sends_nothing(bool isPostgreSql, string step)
    {
        await using var site = await OpenAsync(isPostgreSql);
        await using var sleeper = site.StartWorker(_plan, step);
        await sleeper.Ready;
        await TryDecideAsync(sleeper);
        await using var next = site.StartWorker(_plan);
        await next.Ready;

        await UntilAsync(site, "Settled");
        // The sleeper is awake again, and has said so.
        await Task.Delay(MailSite.Frozen + TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        (await CopiesAsync(site)).Should().Be(1);
        (await PhaseAsync(site)).Should().Be("Settled");
    }

    private async Task<MailSite> OpenAsync(bool isPostgreSql)
    {
        Assert.SkipWhen(isPostgreSql && server.Missing is not null, server.Missing ?? "");
        return await MailSite.OpenAsync(isPostgreSql ? server.ConnectionString : null, _plan);
    }

    // Whatever was lost is asked for again, and held mails are looked up.
    private static async Task FinishAsync(MailSite site, WorkerProcess worker)
    {
        await TryDecideAsync(worker);
        await new Operator(site, worker.AskAsync).DecideAsync();
        await UntilAsync(site, "Settled");
    }

    private static async Task TryDecideAsync(WorkerProcess worker)
    {
        try
        {
            await worker.AskAsync(id => JsonSerializer.Serialize(new MailQuestion(id, _order, null)));
        }
        catch (IOException)
        {
            // It died with the case in its hands.
        }
    }

    private static async Task UntilAsync(MailSite site, string phase)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (await PhaseAsync(site) != phase)
            await Task.Delay(100, limit.Token);
    }

    private static async Task<string> PhaseAsync(MailSite site) => (await site.AskAsync<string>($"""SELECT "Phase" AS "Value" FROM "MailOutbox" """)).SingleOrDefault("none");

    private static async Task<int> CopiesAsync(MailSite site) => (await site.Post.DeliveriesAsync()).Count(delivery => delivery.End == Ends.Taken);
}
