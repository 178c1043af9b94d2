using System.Diagnostics;
using System.Net;
using BaseComponents.Payments;
using BaseComponents.Tests.Payments.Support;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>The address that ePayBL tells its news to: what is genuine makes for a look, everything else for nothing.</summary>
public sealed class NotificationEndpointTests : IAsyncLifetime
{
    private NotifiedTowns _towns = null!;

    public static TheoryData<string> Wrong => [.. Forgeries.All.Keys];

    public static TheoryData<string> Bodies => [.. WrongBodies.All];

    private Town Dresden => _towns["dresden"];

    public async ValueTask InitializeAsync() => _towns = await NotifiedTowns.StartAsync("dresden", "leipzig");

    public ValueTask DisposeAsync() => _towns.DisposeAsync();

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_genuine_one_brings_the_look_forward_and_is_not_believed(string method)
    {
        var kassenzeichen = await Dresden.StartAsync();
        _towns.Clock.Pass(TimeSpan.FromSeconds(10));
        (await Dresden.Reconciler.RunOnceAsync()).Checked.Should().Be(0, "the next look is hours away");
        Dresden.Peer.Pay(kassenzeichen);

        var fields = Dresden.Notification(kassenzeichen, "fail");
        (await (method == "POST" ? _towns.PostAsync(Dresden.Path, fields) : _towns.GetAsync(Dresden.Path, fields))).Should().Be(HttpStatusCode.OK);

        Dresden.Peer.Looks.Should().BeEmpty("the endpoint asks nobody");
        (await Dresden.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open);
        (await Dresden.Reconciler.RunOnceAsync()).Checked.Should().Be(1);
        Dresden.Peer.Looks.Should().Equal(kassenzeichen);
        (await Dresden.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid, "the service says so, whatever the notification said");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_not_genuine_changes_nothing(string what) => await ExpectNothingAsync(async kassenzeichen =>
    {
        var fields = Forgeries.All[what](Dresden, kassenzeichen);
        (await _towns.PostAsync(Dresden.Path, fields)).Should().Be(HttpStatusCode.BadRequest);
        (await _towns.GetAsync(Dresden.Path, fields)).Should().Be(HttpStatusCode.BadRequest);
    });

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_no_form_changes_nothing(string what) => await ExpectNothingAsync(async kassenzeichen =>
        (await _towns.PostAsync(Dresden.Path, WrongBodies.Of(what, Dresden.Notification(kassenzeichen)))).Should().Be(HttpStatusCode.BadRequest));

    [Fact]
    public async Task A_genuine_one_of_another_town_changes_nothing_there_and_here()
    {
        var kassenzeichen = await _towns["leipzig"].StartAsync();
        await ExpectNothingAsync(async _ => (await _towns.PostAsync(Dresden.Path, _towns["leipzig"].Notification(kassenzeichen))).Should().Be(HttpStatusCode.BadRequest));
        (await _towns["leipzig"].Reconciler.RunOnceAsync()).Checked.Should().Be(0);
    }

    [Fact]
    public async Task An_unknown_kassenzeichen_is_taken_and_asks_nobody() => await ExpectNothingAsync(async kassenzeichen =>
    {
        (await _towns.PostAsync(Dresden.Path, Dresden.Notification("9999000000001"))).Should().Be(HttpStatusCode.OK);
        (await _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen + new string('1', 200)))).Should().Be(HttpStatusCode.OK);
    });

    [Fact]
    public async Task One_that_only_announces_does_nothing() => await ExpectNothingAsync(async kassenzeichen =>
        (await _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen, "notify"))).Should().Be(HttpStatusCode.OK));

    [Fact]
    public async Task Another_method_is_none()
    {
        var kassenzeichen = await Dresden.StartAsync();
        (await _towns.PutAsync(Dresden.Path, Dresden.Notification(kassenzeichen))).Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task It_answers_while_the_service_hangs()
    {
        var kassenzeichen = await Dresden.StartAsync();
        _towns.Clock.Pass(TimeSpan.FromSeconds(10));
        await _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen));
        Dresden.Peer.Hang();
        var looking = Dresden.Reconciler.RunOnceAsync();
        await WaitAsync(() => !Dresden.Peer.Looks.IsEmpty);

        var answering = Enumerable.Range(0, 20).Select(_ => _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen))).ToArray();
        (await Task.WhenAll(answering).WaitAsync(TimeSpan.FromSeconds(20))).Should().OnlyContain(status => status == HttpStatusCode.OK);
        (await SlowestButOneAsync(20, () => _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen)))).Should().BeLessThan(TimeSpan.FromSeconds(1));

        looking.IsCompleted.Should().BeFalse("the service hangs still, and nobody waited for it");
        Dresden.Peer.GoOn();
        await looking;
    }

    [Fact]
    public async Task It_answers_within_a_second_while_the_database_hangs_and_is_sent_again()
    {
        var hanging = new Dictionary<string, StoreInBetween>();
        await using var towns = await NotifiedTowns.StartAsync(hanging, "dresden", "leipzig");
        var town = towns["dresden"];
        var kassenzeichen = await town.StartAsync();
        towns.Clock.Pass(TimeSpan.FromSeconds(10));
        await towns.PostAsync(town.Path, town.Notification("9999000000001"));
        hanging["dresden"].BeforeList = token => Task.Delay(Timeout.Infinite, token);

        var since = Stopwatch.StartNew();
        (await towns.PostAsync(town.Path, town.Notification(kassenzeichen))).Should().Be(HttpStatusCode.ServiceUnavailable);
        since.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(3), "it has a second; the rest is for machines that are busy");

        hanging["dresden"].BeforeList = null;
        (await towns.PostAsync(town.Path, town.Notification(kassenzeichen))).Should().Be(HttpStatusCode.OK);
        (await town.Reconciler.RunOnceAsync()).Checked.Should().Be(1);
    }

    [Fact]
    public async Task One_that_comes_during_a_look_begins_no_second_one_and_is_not_forgotten()
    {
        var kassenzeichen = await Dresden.StartAsync();
        _towns.Clock.Pass(TimeSpan.FromHours(7));
        Dresden.Peer.Hang();
        var looking = Dresden.Reconciler.RunOnceAsync();
        await WaitAsync(() => !Dresden.Peer.Looks.IsEmpty);
        Dresden.Peer.Pay(kassenzeichen);

        for (var number = 0; number < 3; number++)
            await _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen));
        (await Dresden.Reconciler.RunOnceAsync()).Checked.Should().Be(0, "one instance has it");
        Dresden.Peer.GoOn();
        await looking;

        (await Dresden.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Open, "that answer was older than the payment");
        _towns.Clock.Pass(TimeSpan.FromSeconds(5));
        (await Dresden.Reconciler.RunOnceAsync()).Checked.Should().Be(1);
        (await Dresden.Payments.FindAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
    }

    /// <summary>Genuine ones can be recorded and sent again by anybody who sees them: they must not become calls.</summary>
    [Fact]
    public async Task A_thousand_duplicates_make_one_look_for_each_payment_and_interval()
    {
        var all = new List<string>();
        for (var number = 0; number < 10; number++)
            all.Add(await Dresden.StartAsync($"case-{number}"));
        _towns.Clock.Pass(TimeSpan.FromSeconds(10));

        await FloodAsync(all);
        Dresden.Peer.Looks.Should().BeEquivalentTo(all);

        _towns.Clock.Pass(TimeSpan.FromSeconds(5));
        await FloodAsync(all);
        Dresden.Peer.Looks.Should().HaveCount(20).And.Subject.GroupBy(look => look).Should().OnlyContain(looks => looks.Count() == 2);
    }

    [Fact]
    public async Task What_is_settled_is_not_looked_at_again()
    {
        var kassenzeichen = await Dresden.StartAsync();
        Dresden.Peer.Pay(kassenzeichen);
        (await Dresden.Payments.RefreshAsync("case-1"))!.State.Should().Be(PaymentState.Paid);
        Dresden.Peer.Looks.Clear();

        await ExpectNothingAsync(async _ => (await _towns.PostAsync(Dresden.Path, Dresden.Notification(kassenzeichen))).Should().Be(HttpStatusCode.OK), "case-2");

        Dresden.Peer.Looks.Should().BeEmpty();
        (await Dresden.StoredAsync("case-1")).Single().NextCheckAt.Should().BeNull();
    }

    [Fact]
    public async Task No_hash_no_secret_and_no_name_is_logged()
    {
        var kassenzeichen = await Dresden.StartAsync();
        var genuine = Dresden.Notification(kassenzeichen);
        await _towns.PostAsync(Dresden.Path, genuine);
        await _towns.PostAsync(Dresden.Path, Dresden.Notification("9999000000001"));
        foreach (var forgery in Forgeries.All.Values)
            await _towns.PostAsync(Dresden.Path, forgery(Dresden, kassenzeichen));

        var logged = string.Join('\n', _towns.Logged.Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"));
        logged.Should().Contain("named a Kassenzeichen that no payment has")
            .And.NotContain(genuine.Single(field => field.Key == "hash").Value).And.NotContain("geheim-").And.NotContain("Geheimname").And.NotContain("9999000000001");
    }

    // While the reconciler runs all the time, as it does in a host.
    private async Task FloodAsync(IReadOnlyList<string> all)
    {
        var order = new Random(4711);
        var messages = all.SelectMany(one => Enumerable.Range(0, 100).Select(number => Dresden.Notification(one, number % 3 == 0 ? "notify" : "success"))).ToArray();
        order.Shuffle(messages);
        using var flooding = new CancellationTokenSource();
        var reconciling = ReconcileAsync(flooding.Token);
        await Parallel.ForAsync(0, messages.Length, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, _) =>
            (await (index % 2 == 0 ? _towns.PostAsync(Dresden.Path, messages[index]) : _towns.GetAsync(Dresden.Path, messages[index]))).Should().Be(HttpStatusCode.OK));
        await flooding.CancelAsync();
        await reconciling;
        await Dresden.Reconciler.RunOnceAsync();
    }

    private async Task ReconcileAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Dresden.Reconciler.RunOnceAsync(CancellationToken.None);
            await Task.Delay(1, CancellationToken.None);
        }
    }

    private async Task ExpectNothingAsync(Func<string, Task> send, string reference = "case-1")
    {
        var kassenzeichen = await Dresden.StartAsync(reference);
        _towns.Clock.Pass(TimeSpan.FromSeconds(10));
        var (stored, made) = (await Dresden.StoredAsync(reference), Dresden.Peer.Made);

        await send(kassenzeichen);

        (await Dresden.StoredAsync(reference)).Should().Equal(stored);
        (await Dresden.Reconciler.RunOnceAsync()).Checked.Should().Be(0);
        Dresden.Peer.Looks.Should().BeEmpty();
        Dresden.Peer.Made.Should().Be(made);
    }

    // One of them may meet a pause of the whole machine.
    private static async Task<TimeSpan> SlowestButOneAsync(int count, Func<Task> act)
    {
        var taken = new List<TimeSpan>();
        for (var number = 0; number < count; number++)
        {
            var since = Stopwatch.StartNew();
            await act();
            taken.Add(since.Elapsed);
        }

        return taken.Order().ElementAt(count - 2);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var round = 0; round < 1000 && !condition(); round++)
            await Task.Delay(10);
        condition().Should().BeTrue();
    }
}
