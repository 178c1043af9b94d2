using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Contracts.Eid;

public sealed class KeyRotationTests(RunningSandbox sandbox) : SandboxWithApplication(sandbox)
{
    [Fact]
    public async Task A_new_signing_key_is_found_within_the_same_log_in()
    {
        await LogInAsync("Erika Mustermann");
        Application.Seen.Should().NotBeNull();
        await ArmAsync("eid.rotated-key");
        await LogInAsync("Ben Mustermann");

        Application.Seen!.Person.GivenNames.Should().Be("BEN");
        Application.Log.Text.Should().Contain("names a key that is not known");
    }

    [Fact]
    public async Task The_keys_are_not_fetched_again_and_again()
    {
        await LogInAsync("Erika Mustermann");
        await ArmAsync("eid.rotated-key");
        await LogInAsync("Ben Mustermann");
        await ArmAsync("eid.rotated-key");
        await LogInAsync("Giulia Rossi");

        Browser.Text.Should().Be("outcome=Rejected returnUrl=/me", "unknown keys made us fetch a moment ago");
    }

    [Fact]
    public async Task Known_keys_stay_in_use_while_the_discovery_document_cannot_be_had()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var application = await BrokerApplication.StartAsync(Sandbox.Configuration, services: services => services.AddSingleton<TimeProvider>(clock));
        await Browser.GoAsync(application.Login);
        clock.Advance(TimeSpan.FromHours(13));
        await ArmAsync("eid.discovery.unavailable");
        await Browser.GoAsync(application.Login);
        await Browser.PressAsync("Anmelden als Erika Mustermann");

        application.Seen.Should().NotBeNull();
        application.Log.With("the one already known stays in use").Should().ContainSingle();
    }
}
