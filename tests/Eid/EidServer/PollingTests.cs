using System.Net;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Waiting for a result: numbers, pauses, the end of patience.</summary>
public sealed class PollingTests
{
    private static readonly string NotYet = AnswerContents.Declined("getResult", "getResult#noResultYet");

    private readonly ForgedServer _server = new();

    private IEnumerable<string?> Counters => _server.Requests.Select(request => request.Counter);

    [Fact]
    public async Task Every_question_has_the_next_number()
    {
        var result = await _server.Says(NotYet, NotYet, AnswerContents.Erika).Client().GetResultAsync(Sessions.Open);

        result.Should().BeOfType<EidServerResult.Verified>().Which.Identity.Person.FamilyName.Should().Be("MUSTERMANN");
        Counters.Should().Equal("1", "2", "3");
        _server.Requests.Should().OnlyContain(request => request.Action == "\"http://bsi.bund.de/eID/getResult\"" && request.Xml.Contains(AnswerContents.Session));
        ((LeapingClock)_server.Clock).Passed.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task After_the_deadline_the_result_is_pending_and_the_numbers_go_on()
    {
        var client = _server.Says(NotYet).Client(ServerParties.Connection with { ResultDeadline = TimeSpan.FromSeconds(3) });

        var pending = (await client.GetResultAsync(Sessions.Open)).Should().BeOfType<EidServerResult.Pending>().Subject;
        pending.Session.Should().Be(Sessions.Open with { RequestCounter = 4 });
        await client.GetResultAsync(pending.Session);

        Counters.Should().Equal("1", "2", "3", "4", "5", "6", "7", "8");
        ((LeapingClock)_server.Clock).Passed.Should().Be(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Without_patience_one_question_is_asked()
    {
        (await _server.Says(NotYet).Client(ServerParties.Connection with { ResultDeadline = TimeSpan.Zero }).GetResultAsync(Sessions.Open)).Should().BeOfType<EidServerResult.Pending>();
        Counters.Should().Equal("1");
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task After_a_lost_answer_the_number_is_a_new_one(HttpStatusCode status)
    {
        await _server.Answers(_ => new HttpResponseMessage(status)).Answers(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded)).Says(AnswerContents.Erika)
            .Client().GetResultAsync(Sessions.Open);

        Counters.Should().Equal("1", "2", "3");
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_question_that_never_left_is_asked_under_the_same_number(HttpRequestError error)
    {
        await _server.Answers(_ => throw new HttpRequestException(error)).Says(AnswerContents.Erika).Client().GetResultAsync(Sessions.Open);

        Counters.Should().Equal("1", "1");
    }

    [Fact]
    public async Task A_server_that_stays_away_is_a_fault_that_may_pass()
    {
        var fault = (await _server.Answers(_ => throw new HttpRequestException(HttpRequestError.ResponseEnded)).Client().Invoking(client => client.GetResultAsync(Sessions.Open))
            .Should().ThrowAsync<EidException>()).Which;

        (fault.Code, fault.IsTransient).Should().Be(("eid.server-unreachable", true));
        Counters.Should().Equal("1", "2", "3");
    }

    [Fact]
    public async Task An_answer_between_lost_ones_counts_as_life()
    {
        HttpResponseMessage Gone(SentRequest request) => new(HttpStatusCode.BadGateway);

        (await _server.Answers(Gone).Answers(Gone).Says(NotYet).Answers(Gone).Answers(Gone).Says(AnswerContents.Erika).Client().GetResultAsync(Sessions.Open))
            .Should().BeOfType<EidServerResult.Verified>();
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_when_the_time_is_over()
    {
        var clock = new FakeTimeProvider(ServerParties.Now);
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new ForgedServer(clock) { Hang = async token => { hanging.TrySetResult(); await Task.Delay(Timeout.Infinite, token); } };

        var asking = server.Client().StartAsync(Sessions.Names);
        await hanging.Task;
        clock.Advance(TimeSpan.FromSeconds(19));
        asking.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        (await asking.Awaiting(task => task).Should().ThrowAsync<EidException>()).Which.Code.Should().Be("eid.server-unreachable");
    }

    [Fact]
    public async Task Who_gives_up_gets_a_cancellation_and_no_fault()
    {
        using var source = new CancellationTokenSource();
        _server.Hang = async token => { await source.CancelAsync(); token.ThrowIfCancellationRequested(); };

        await _server.Client().Invoking(client => client.GetResultAsync(Sessions.Open, source.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("getResult#invalidSession", typeof(EidServerResult.Expired))]
    [InlineData("getResult#deniedDocument", typeof(EidServerResult.DocumentDenied))]
    [InlineData("getResult#invalidDocument", typeof(EidServerResult.DocumentInvalid))]
    [InlineData("http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser", typeof(EidServerResult.Cancelled))]
    public async Task What_a_citizen_can_cause_is_a_value(string minor, Type outcome)
    {
        (await _server.Says(AnswerContents.Declined("getResult", minor)).Client().GetResultAsync(Sessions.Open)).Should().BeOfType(outcome);
        Counters.Should().Equal("1");
    }

    [Theory]
    [InlineData("getResult#invalidCounter", false)]
    [InlineData("common#schemaViolation", false)]
    [InlineData("common#internalError", true)]
    [InlineData("getResult#somethingNew", false)]
    [InlineData("useID#tooManyOpenSessions", true)]
    public async Task What_he_cannot_is_a_fault_and_is_not_asked_again(string minor, bool isTransient)
    {
        var fault = (await _server.Says(AnswerContents.Declined("getResult", minor)).Client().Invoking(client => client.GetResultAsync(Sessions.Open)).Should().ThrowAsync<EidException>()).Which;

        (fault.Code, fault.IsTransient).Should().Be(("eid.server-result", isTransient));
        fault.Message.Should().Contain(minor);
        Counters.Should().Equal("1");
    }
}
