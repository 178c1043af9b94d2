using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Tool;

/// <summary><c>basecomponents sandbox</c> as its users run it.</summary>
public sealed class SandboxCommandTests : IDisposable
{
    private static readonly string[] FreePorts = ["--http-port", "0", "--https-port", "0", "--smtp-port", "0"];
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_writes_the_settings_answers_and_ends_when_asked()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Signals are sent by the program kill.");
        var file = Path.Combine(_folder, "below", "sandbox.json");
        await using var tool = new RunningTool(["sandbox", .. FreePorts, "--settings", file]);
        await UntilAsync(() => File.Exists(file));

        var settings = new ConfigurationBuilder().AddJsonFile(file).Build();
        settings["BaseComponents:Payments:ClientCertificatePem"].Should().Contain("PRIVATE KEY");
        new FileInfo(file).UnixFileMode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, "private keys stand in it");
        Directory.GetFiles(Path.GetDirectoryName(file)!).Should().Equal([file], "the draft is gone");
        using var mail = new TcpClient();
        await mail.ConnectAsync(IPAddress.Loopback, settings.GetValue<int>("BaseComponents:SecureMail:Smtp:Port"));

        tool.AskToStop();
        var (exitCode, printed) = await tool.EndAsync();

        exitCode.Should().Be(0, printed);
        printed.Should().Contain("http://127.0.0.1:");
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";

        var printed = await FailAsync("--http-port", port, "--https-port", "0", "--smtp-port", "0");

        printed.Should().Contain(port).And.Contain("0 for a free one");
    }

    [Theory]
    [InlineData("--http-port", "70000", "65535")]
    [InlineData("--smtp-port", "-1", "65535")]
    [InlineData("--https-port", "many", "--https-port")]
    [InlineData("--ports", "1", "--ports")]
    public async Task Arguments_that_make_no_sense_are_refused(string option, string value, string named) =>
        (await EndAsync(2, option, value)).Should().Contain(named);

    [Fact]
    public async Task Settings_that_cannot_be_written_end_the_start_and_leave_nothing_behind()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "a-folder")).FullName;

        (await FailAsync([.. FreePorts, "--settings", folder])).Should().Contain("settings").And.Contain(folder).And.NotContain("port");

        Directory.GetFileSystemEntries(_folder).Should().Equal(folder);
    }

    [Fact]
    public async Task A_state_that_is_no_folder_or_damaged_is_named()
    {
        var file = Path.Combine(_folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        (await FailAsync([.. FreePorts, "--state", file])).Should().Contain(file).And.NotContain("port");

        var state = Directory.CreateDirectory(Path.Combine(_folder, "state")).FullName;
        await File.WriteAllTextAsync(Path.Combine(state, "format.json"), "[");
        (await FailAsync([.. FreePorts, "--state", state])).Should().Contain("'format'").And.Contain(state).And.NotContain("port");
    }

    private static Task<string> FailAsync(params string[] arguments) => EndAsync(1, arguments);

    private static async Task<string> EndAsync(int code, params string[] arguments)
    {
        await using var tool = new RunningTool(["sandbox", .. arguments]);
        var (exitCode, printed) = await tool.EndAsync();
        exitCode.Should().Be(code, printed);
        printed.Should().NotContain(" at BaseComponents.").And.NotContain("Exception:", "a user reads this");
        return printed;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
            await Task.Delay(50, limit.Token);
    }
}
