namespace BaseComponents.Tests.Contracts.Eid;

/// <summary>A broker that each test spoils in its own way, and how a log-in over it must end.</summary>
public abstract class HostileBrokerCase : IAsyncLifetime
{
    private protected HostileBroker Broker { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Broker = await HostileBroker.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Broker.DisposeAsync();
    }

    private protected async Task<BrokerApplication> ShouldEnd(string outcome, string? reason = null, Dictionary<string, string?>? settings = null)
    {
        await using var application = await BrokerApplication.StartAsync(Broker.Configuration, settings?.ToDictionary(setting => "BaseComponents:Eid:Broker:" + setting.Key, setting => setting.Value));
        using var browser = Broker.Browser();
        await browser.GoAsync(application.Login);

        browser.Text.Should().Be(outcome.StartsWith("logged", StringComparison.Ordinal) ? outcome : $"outcome={outcome} returnUrl=/me", application.Log.With("BaseComponents.Eid").LastOrDefault());
        if (reason is not null)
            application.Log.With("did not succeed").Should().ContainSingle().Which.Should().Contain(reason);
        return application;
    }
}
