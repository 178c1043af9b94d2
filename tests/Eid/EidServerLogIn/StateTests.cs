using BaseComponents.Eid;
using BaseComponents.Eid.AspNetCore;
using BaseComponents.Eid.EidServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

public sealed class StateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_may_read_what_is_asked_for_is_usable()
    {
        await using var application = await StartAsync(new FakeEidServer());

        await ShouldBecomeAsync(application, EidServerStatus.Usable, HealthStatus.Healthy);

        application.Log.Should().ContainSingle(line => line.StartsWith("Information 1030", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rights_that_are_missing_are_said_at_the_start()
    {
        var eidServer = new FakeEidServer { Info = () => new EidServerInfo("Test", new Version(2, 4), new HashSet<EidServerOperation> { EidServerOperation.GivenNames }) };
        await using var application = await StartAsync(eidServer);

        var state = await ShouldBecomeAsync(application, EidServerStatus.RightsMissing, HealthStatus.Unhealthy);

        state.MissingRights.Should().Equal("FamilyNames", "RestrictedID");
        application.Log.Should().Contain(line => line.StartsWith("Error 1032", StringComparison.Ordinal) && line.Contains("FamilyNames, RestrictedID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_is_down_holds_nothing_up_and_is_asked_again()
    {
        var isDown = true;
        var eidServer = new FakeEidServer();
        var good = eidServer.Info;
        eidServer.Info = () => Volatile.Read(ref isDown) ? throw new EidException("eid.server-unavailable", "It is down.") { IsTransient = true } : good();
        await using var application = await StartAsync(eidServer);

        (await ShouldBecomeAsync(application, EidServerStatus.Unreachable, HealthStatus.Degraded)).FaultCode.Should().Be("eid.server-unavailable");
        application.Log.Should().Contain(line => line.StartsWith("Warning 1031", StringComparison.Ordinal));
        Volatile.Write(ref isDown, false);

        await ShouldBecomeAsync(application, EidServerStatus.Usable, HealthStatus.Healthy);
    }

    [Fact]
    public async Task Whoever_wants_to_know_now_asks()
    {
        var eidServer = new FakeEidServer();
        await using var application = await StartAsync(eidServer);
        var states = application.Services.GetRequiredService<EidServerStates>();
        states.Schemes.Should().Equal("EidServer");

        eidServer.Info = () => throw new InvalidOperationException("broken");
        (await states.CheckAsync(cancellationToken: Cancellation)).Status.Should().Be(EidServerStatus.Unreachable);

        var unknown = () => states.Get("nobody");
        unknown.Should().Throw<ArgumentException>();
    }

    private static Task<CardApplication> StartAsync(FakeEidServer eidServer) =>
        CardApplication.StartAsync(eidServer: eidServer, services: static services => services.AddHealthChecks().AddEidServer());

    private static async Task<EidServerState> ShouldBecomeAsync(CardApplication application, EidServerStatus status, HealthStatus health)
    {
        var states = application.Services.GetRequiredService<EidServerStates>();
        while (states.Get().Status != status)
        {
            await Task.Delay(10, Cancellation);
            application.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        (await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Status.Should().Be(health);
        return states.Get();
    }
}
