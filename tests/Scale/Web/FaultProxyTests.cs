using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BaseComponents.Tests.Scale.Web.Chaos;

namespace BaseComponents.Tests.Scale.Web;

/// <summary>The line does what it is told to; otherwise a run over it proves nothing.</summary>
public sealed class FaultProxyTests : IAsyncLifetime
{
    private readonly TcpListener _echo = new(IPAddress.Loopback, 0);
    private FaultProxy _line = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _echo.Start();
        _ = EchoAsync();
        _line = new FaultProxy(((IPEndPoint)_echo.LocalEndpoint).Port);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_good_line_carries_and_a_slow_one_takes_its_time()
    {
        using var client = await ConnectAsync();
        (await AskAsync(client)).Should().Be(1);

        _line.Turn(LineState.Slow);
        var since = Stopwatch.StartNew();
        (await AskAsync(client)).Should().Be(1);
        since.ElapsedMilliseconds.Should().BeGreaterThan(250);
    }

    [Fact]
    public async Task A_line_that_is_cut_resets_what_is_open_and_what_comes()
    {
        using var client = await ConnectAsync();
        (await AskAsync(client)).Should().Be(1);

        _line.Turn(LineState.Cut);

        await FluentActions.Awaiting(() => AskAsync(client)).Should().ThrowAsync<IOException>();
        (await FluentActions.Awaiting(AskAnewAsync).Should().ThrowAsync<Exception>()).Which.Should().Match(fault => fault is IOException || fault is SocketException);
    }

    [Fact]
    public async Task A_dead_line_takes_everything_and_answers_nothing_until_it_is_reset()
    {
        using var client = await ConnectAsync();
        (await AskAsync(client)).Should().Be(1);

        _line.Turn(LineState.Dead);
        using var late = await ConnectAsync();
        var waiting = new[] { AskAsync(client), AskAsync(late) };
        await Task.Delay(300, Stop);
        waiting.Should().OnlyContain(answer => !answer.IsCompleted);

        _line.Turn(LineState.Good);
        foreach (var answer in waiting)
            await FluentActions.Awaiting(() => answer).Should().ThrowAsync<IOException>();
        (await AskAnewAsync()).Should().Be(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        _echo.Stop();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _line.Port, Stop);
        return client;
    }

    private async Task<int> AskAnewAsync()
    {
        using var client = await ConnectAsync();
        return await AskAsync(client);
    }

    private static async Task<int> AskAsync(TcpClient client)
    {
        await client.GetStream().WriteAsync(new byte[] { 42 }, Stop);
        return await client.GetStream().ReadAsync(new byte[1], Stop) is var read and > 0 ? read : throw new IOException("The other side has closed.");
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
            {
                var client = await _echo.AcceptTcpClientAsync(Stop);
                _ = client.GetStream().CopyToAsync(client.GetStream(), Stop);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
