using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Scale.Eid;

/// <summary>The Sandbox that the tests of one class share.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    internal SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}
