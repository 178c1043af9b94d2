using BaseComponents.Authorities;

namespace BaseComponents.Tests.Contracts.Authorities;

/// <summary>What citizens notice while the source misbehaves.</summary>
public sealed class SandboxFaultTests
{
    private const string Dog = "99102013104000";

    [Fact]
    public async Task A_stopped_Sandbox_leaves_the_old_data_in_use()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync();
        (await directory.AskAsync(Dog, "09599")).Data!.IsStale.Should().BeFalse();
        await directory.StopSandboxAsync();
        var failure = await directory.FailedReloadAsync();
        (failure.Code, failure.IsTransient).Should().Be(("authorities.source-unreachable", true));
        var answer = await directory.AskAsync(Dog, "09599");
        answer.Should().BeOfType<Competence.Found>().Which.Office.MailAddress.Should().Be("steueramt@freiberg.amt.example");
        answer.Data!.IsStale.Should().BeTrue();
    }

    [Fact]
    public async Task A_Sandbox_that_never_ran_is_said_plainly()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync();
        await directory.StopSandboxAsync();
        var answer = await directory.AdvancingAsync(directory.AskAsync(Dog, "09599"));
        answer.Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        answer.Explanation.Should().ContainSingle().Which.Describe(new("de")).Should().Be("Es liegen keine Daten vor, weil die Quelle nicht gelesen werden konnte.");
        var find = () => directory.AdvancingAsync(directory.Authorities.FindPlacesAsync("Freiberg"));
        (await find.Should().ThrowAsync<AuthoritiesException>()).Which.Should().Match<AuthoritiesException>(fault => fault.Code == "authorities.no-data" && fault.IsTransient);
    }

    [Fact]
    public async Task A_truncated_delivery_leaves_the_old_data_in_use()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync();
        await directory.AskAsync(Dog, "09599");
        await directory.ArmAsync("authorities.truncated", times: 1);
        (await directory.FailedReloadAsync()).Code.Should().Be("authorities.data-invalid");
        (await directory.AskAsync(Dog, "09599")).Should().BeOfType<Competence.Found>().Which.Data!.IsStale.Should().BeTrue();
    }

    [Fact]
    public async Task An_unavailable_service_is_asked_again_by_itself()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync();
        await directory.ArmAsync("authorities.unavailable", times: 2);
        (await directory.AdvancingAsync(directory.AskAsync(Dog, "09599"))).Should().BeOfType<Competence.Found>();
    }

    [Fact]
    public async Task An_unavailable_service_is_given_up_after_some_attempts()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync();
        await directory.ArmAsync("authorities.unavailable", times: 1000);
        (await directory.AdvancingAsync(directory.AskAsync(Dog, "09599"))).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        (await directory.Authorities.GetStatusAsync()).LastFailure!.Message.Should().Contain("status 503");
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_not_trusted()
    {
        await using var directory = await DirectoryOnSandbox.StartAsync(new Dictionary<string, string?> { ["BaseComponents:Authorities:TrustAnchorsPem"] = "" });
        (await directory.AdvancingAsync(directory.AskAsync(Dog, "09599"))).Should().BeOfType<Competence.NotFound>().Which.Reason.Should().Be(NotFoundReason.SourceDown);
        (await directory.Authorities.GetStatusAsync()).LastFailure!.Code.Should().Be("authorities.source-unreachable");
    }
}
