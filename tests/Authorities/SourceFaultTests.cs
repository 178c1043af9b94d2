using System.Net;
using System.Net.Sockets;
using BaseComponents.Authorities;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.Authorities;

/// <summary>What goes wrong with a source, and what the operator reads about it.</summary>
public sealed class SourceFaultTests
{
    [Theory]
    [InlineData(HttpStatusCode.NotFound, false, "*status 404*Check the address*")]
    [InlineData(HttpStatusCode.Forbidden, false, "*status 403*credentials*")]
    [InlineData(HttpStatusCode.Found, false, "*status 302*Redirects are not followed*")]
    [InlineData(HttpStatusCode.InternalServerError, true, "*status 500*")]
    [InlineData(HttpStatusCode.ServiceUnavailable, true, "*status 503*")]
    public async Task A_refusal_is_reported_with_its_status(HttpStatusCode status, bool isTransient, string message)
    {
        var fault = await FailAsync(_ =>
        {
            var answer = new HttpResponseMessage(status);
            answer.Headers.Add("X-Request-ID", "abc-123");
            return Task.FromResult(answer);
        });
        (fault.Code, fault.IsTransient, fault.CorrelationId).Should().Be(("authorities.source-refused", isTransient, "abc-123"));
        fault.Message.Should().Match(message).And.EndWith("(docs/errors.md#authorities.source-refused)");
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_reported()
    {
        var fault = await FailAsync(_ => throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)));
        (fault.Code, fault.IsTransient).Should().Be(("authorities.source-unreachable", true));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_reported()
    {
        var fault = await FailAsync(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) }));
        (fault.Code, fault.IsTransient).Should().Be(("authorities.source-unreachable", true));
    }

    [Fact]
    public async Task A_source_that_never_ends_is_given_up()
    {
        var fault = await FailAsync(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new HttpResponseMessage();
            },
            step: TimeSpan.FromSeconds(61));
        (fault.Code, fault.IsTransient).Should().Be(("authorities.source-unreachable", true));
        fault.Message.Should().Contain("did not arrive within 00:02:00");
    }

    [Fact]
    public async Task A_source_that_is_too_large_is_refused()
    {
        var fault = await FailAsync(_ => Task.FromResult(StubSource.Text(Delivery.RootStart + new string(' ', 50_000))), new() { ["A:MaxFileBytes"] = "20000" });
        (fault.Code, fault.IsTransient).Should().Be(("authorities.too-large", false));
        fault.Message.Should().Contain("20000").And.Contain("MaxFileBytes");
    }

    [Fact]
    public async Task Passwords_and_queries_of_an_address_are_never_shown()
    {
        var fault = await FailAsync(
            _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)),
            new() { ["A:Deliveries:0"] = "https://user:geheim@amt.example/lieferung.xml?token=geheim" });
        fault.ToString().Should().NotContain("geheim").And.Contain("https://amt.example/lieferung.xml");
    }

    [Fact]
    public async Task A_missing_file_is_reported()
    {
        await using var directory = TestDirectory.With(Delivery.For("14"));
        directory.Settings["A:Deliveries:0"] = directory.PathOf("missing.xml");
        var find = () => directory.Authorities.ListServicesAsync();
        var fault = (await find.Should().ThrowAsync<AuthoritiesException>()).Which.InnerException.Should().BeOfType<AuthoritiesException>().Subject;
        (fault.Code, fault.IsTransient).Should().Be(("authorities.file-unreadable", false));
    }

    private static async Task<AuthoritiesException> FailAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> answer, Dictionary<string, string?>? settings = null, TimeSpan? step = null)
    {
        var clock = new FakeTimeProvider();
        await using var provider = StubSource.Provide(new StubSource { Answer = answer }, clock, settings);
        var directory = provider.GetRequiredService<IAuthorityDirectory>();
        var find = () => StubSource.AdvancingAsync(clock, directory.ListServicesAsync(), step);
        var fault = (await find.Should().ThrowAsync<AuthoritiesException>()).Which;
        fault.Code.Should().Be("authorities.no-data");
        return fault.InnerException.Should().BeOfType<AuthoritiesException>().Subject;
    }

    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ == 0 ? ValueTask.FromResult(Copy(buffer)) : throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");

        private static int Copy(Memory<byte> buffer)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(Delivery.RootStart);
            bytes.CopyTo(buffer);
            return bytes.Length;
        }
    }
}
