namespace BaseComponents.Tests.Contracts.Authorities;

/// <summary>One Sandbox for all tests of a class that only ask.</summary>
public sealed class SharedDirectory : IAsyncLifetime
{
    internal DirectoryOnSandbox Directory { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Directory = await DirectoryOnSandbox.StartAsync();

    public ValueTask DisposeAsync() => Directory.DisposeAsync();
}
