using BaseComponents.Authorities;
using BaseComponents.Authorities.Routing;

namespace BaseComponents.Tests.Contracts.Authorities.Routing;

/// <summary>What a router makes of a service and of signatures that are not as they should be.</summary>
public sealed class RouterFaultTests(RouterOnSandbox sandbox) : IClassFixture<RouterOnSandbox>
{
    [Theory]
    [InlineData("algorithm", DestinationRefusal.Algorithm)]
    [InlineData("none", DestinationRefusal.Algorithm)]
    [InlineData("critical", DestinationRefusal.Algorithm)]
    [InlineData("foreign-issuer", DestinationRefusal.UnknownIssuer)]
    [InlineData("foreign-key", DestinationRefusal.InvalidSignature)]
    [InlineData("unknown-key", DestinationRefusal.UnknownKey)]
    [InlineData("withdrawn-key", DestinationRefusal.UnknownKey)]
    [InlineData("other-destination", DestinationRefusal.OtherDestination)]
    [InlineData("other-service", DestinationRefusal.OtherService)]
    [InlineData("sibling-area", DestinationRefusal.OtherArea)]
    [InlineData("apart", DestinationRefusal.OtherServiceInArea)]
    [InlineData("foreign-host", DestinationRefusal.ForeignSubmissionHost)]
    [InlineData("future", DestinationRefusal.IssuedInFuture)]
    [InlineData("base64", DestinationRefusal.Malformed)]
    [InlineData("duplicate", DestinationRefusal.Malformed)]
    public async Task A_wrong_signature_is_refused_and_the_next_good_one_is_taken(string fault, DestinationRefusal reason)
    {
        var router = sandbox.Router();
        await sandbox.ArmAsync("signature." + fault);

        var refused = await DestinationAsync(router);

        refused.Should().BeOfType<SignedDestination.Refused>().Which.Should().Match<SignedDestination.Refused>(destination => destination.Reason == reason && destination.Claimed != null && !destination.IsTransient);
        (await DestinationAsync(sandbox.Router())).Should().BeOfType<SignedDestination.Verified>();
    }

    [Fact]
    public async Task A_key_that_took_over_is_fetched()
    {
        var router = sandbox.Router(("KeyRefetchInterval", "00:00:01"));
        (await DestinationAsync(router)).Should().BeOfType<SignedDestination.Verified>();
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        await sandbox.ArmAsync("signature.rotated-key");

        (await DestinationAsync(router)).Should().BeOfType<SignedDestination.Verified>();
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_said_to_be_so()
    {
        await sandbox.ArmAsync("keys.unavailable", times: 4);
        var router = sandbox.Router(("KeyRefetchInterval", "00:00:01"));

        (await DestinationAsync(router)).Should().BeOfType<SignedDestination.Refused>()
            .Which.Should().Match<SignedDestination.Refused>(refused => refused.Reason == DestinationRefusal.KeysUnavailable && refused.IsTransient);
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        (await DestinationAsync(router)).Should().BeOfType<SignedDestination.Verified>();
    }

    [Fact]
    public async Task A_limit_is_waited_for_where_it_is_short()
    {
        await sandbox.ArmAsync("limited", milliseconds: 1000);
        var start = TimeProvider.System.GetTimestamp();

        (await DestinationAsync(sandbox.Router())).Should().BeOfType<SignedDestination.Verified>();

        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_limit_that_is_long_is_said_at_once_and_kept()
    {
        await sandbox.ArmAsync("limited", milliseconds: 600_000);
        var router = sandbox.Router();

        for (var turn = 0; turn < 2; turn++)
        {
            var fault = await FaultAsync(router);
            (fault.Code, fault.IsTransient).Should().Be(("authorities.routing-limited", true));
            fault.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30));
        }
    }

    [Theory]
    [InlineData("error", 1, "authorities.routing-refused", true, "*status 500 (Internal Server Error)*")]
    [InlineData("problem", 1, "authorities.routing-refused", false, "*status 400 (Bad Request)*")]
    [InlineData("huge", 1, "authorities.routing-too-large", false, "*8388608 bytes*")]
    [InlineData("cut", 1, "authorities.routing-invalid", false, "*not in the expected form*")]
    public async Task A_fault_of_the_service_has_a_code(string fault, int times, string code, bool isTransient, string message)
    {
        await sandbox.ArmAsync(fault, times);

        var thrown = await FaultAsync(sandbox.Router());

        (thrown.Code, thrown.IsTransient).Should().Be((code, isTransient));
        thrown.Message.Should().Match(message).And.EndWith($"(docs/errors.md#{code})");
    }

    [Fact]
    public async Task A_service_that_is_away_for_a_moment_is_asked_again()
    {
        await sandbox.ArmAsync("unavailable", times: 2);
        (await DestinationAsync(sandbox.Router())).Should().BeOfType<SignedDestination.Verified>();
    }

    [Fact]
    public async Task A_service_that_is_too_slow_is_given_up()
    {
        await sandbox.ArmAsync("delay", milliseconds: 5000);
        var fault = await FaultAsync(sandbox.Router(("Timeout", "00:00:01")));
        (fault.Code, fault.IsTransient).Should().Be(("authorities.routing-unreachable", true));
        fault.Message.Should().Contain("within 00:00:01");
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_trusted() =>
        (await FaultAsync(sandbox.Router(("TrustAnchorsPem", "")))).Code.Should().Be("authorities.routing-unreachable");

    private static async Task<SignedDestination> DestinationAsync(IDestinationRouter router) =>
        (await router.FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg)).Should().ContainSingle().Subject.Destination;

    private static async Task<AuthoritiesException> FaultAsync(IDestinationRouter router)
    {
        var find = () => router.FindRoutesAsync(RouterOnSandbox.Dog, RouterOnSandbox.Freiberg);
        return (await find.Should().ThrowAsync<AuthoritiesException>()).Which;
    }
}
