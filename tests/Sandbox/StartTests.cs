using System.Net;
using System.Net.Sockets;
using BaseComponents.Sandbox;

namespace BaseComponents.Tests.Sandbox;

/// <summary>What can stand in the way of a start, and what is left behind then.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _state = Directory.CreateTempSubdirectory("sandbox-start-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Theory]
    [InlineData(70_000)]
    [InlineData(-1)]
    public async Task A_port_is_a_number_up_to_65535(int port)
    {
        var start = () => SandboxServer.StartAsync(new SandboxOptions { HttpPort = port });

        await start.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task One_port_does_not_serve_two()
    {
        var port = FreePort();
        var start = () => SandboxServer.StartAsync(new SandboxOptions { HttpPort = port, HttpsPort = port });

        (await start.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain($"{port}");
    }

    [Fact]
    public async Task A_damaged_state_is_named_and_the_ports_are_free_again()
    {
        await using (await SandboxServer.StartAsync(new SandboxOptions { StatePath = _state }))
            await File.WriteAllTextAsync(Path.Combine(_state, "pki", "root.json"), "{");
        var port = FreePort();
        var start = () => SandboxServer.StartAsync(new SandboxOptions { HttpPort = port, StatePath = _state });

        (await start.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain("pki/root").And.Contain(_state);

        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Invoking(again => again.Start()).Should().NotThrow();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"format":0}""")]
    public async Task A_state_that_another_version_kept_is_not_misread(string? format)
    {
        await using (await SandboxServer.StartAsync(new SandboxOptions { StatePath = _state }))
        {
        }

        File.Delete(Path.Combine(_state, "format.json"));
        if (format is not null)
            await File.WriteAllTextAsync(Path.Combine(_state, "format.json"), format);
        var start = () => SandboxServer.StartAsync(new SandboxOptions { StatePath = _state });

        (await start.Should().ThrowAsync<IOException>()).Which.Message.Should().Contain(_state).And.Contain("another version");
    }

    [Fact]
    public async Task A_folder_that_holds_other_things_can_hold_the_state()
    {
        await File.WriteAllTextAsync(Path.Combine(_state, "notes.txt"), "mine");

        await using (await SandboxServer.StartAsync(new SandboxOptions { StatePath = _state }))
        await using (await SandboxServer.StartAsync(new SandboxOptions { StatePath = _state }))
            File.Exists(Path.Combine(_state, "pki", "root.json")).Should().BeTrue();
    }

    [Fact]
    public async Task Ports_are_held_while_the_keys_are_made()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SandboxServer.StartAsync()));

        starts.SelectMany(sandbox => new[] { sandbox.Address.Port, sandbox.MachineAddress.Port }).Should().OnlyHaveUniqueItems();
        foreach (var sandbox in starts)
            await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_state_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows gives the rights of the folder around.");
        await using (await SandboxServer.StartAsync(new SandboxOptions { StatePath = Path.Combine(_state, "kept") }))
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            foreach (var entry in new DirectoryInfo(_state).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
                (entry.UnixFileMode & others).Should().Be(UnixFileMode.None, "{0} holds private keys or lies around them", entry.Name);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
