using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Implicit TLS, the server's certificate, and the moment between the last byte and the answer.</summary>
public sealed class TransportTests(TransportTests.NowLab lab) : IClassFixture<TransportTests.NowLab>
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "geheim" };

    [Fact]
    public async Task ImplicitTlsWorksAndTheAnswerIsScrubbed()
    {
        await using var server = new ScriptedServer();

        var receipt = await SendAsync(server);

        receipt.ServerReply.Should().Contain("4711").And.NotContain("steueramt").And.NotContain("@");
        server.Mail.Should().Contain("application/pkcs7-mime").And.NotContain("geheim");
    }

    /// <summary>What decides is what the message says, not how many certificates were found for it.</summary>
    [Fact]
    public async Task AListOfRecipientsThatChangesMeanwhileDoesNotMakeTheMailPlain()
    {
        await using var server = new ScriptedServer();

        await SendAsync(server, _message with { To = new ChangingList(MailLab.Office) });

        server.Mail.Should().Contain("application/pkcs7-mime").And.NotContain("geheim");
    }

    [Theory]
    [InlineData("localhost.example", "1.3.6.1.5.5.7.3.1", 10)]
    [InlineData("127.0.0.2", "1.3.6.1.5.5.7.3.1", 10)]
    [InlineData("127.0.0.1", "1.3.6.1.5.5.7.3.2", 10)]
    [InlineData("127.0.0.1", "1.3.6.1.5.5.7.3.1", -1)]
    public async Task AServerCertificateForAnotherNameOrPurposeOrTimeIsRefused(string name, string usage, int daysLeft)
    {
        await using var server = new ScriptedServer(name, usage, daysLeft);

        var sending = () => SendAsync(server);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.TlsUntrusted);
        server.Mail.Should().BeEmpty();
    }

    [Fact]
    public async Task AConnectionCutInsideTheMailMeansNotSent()
    {
        await using var server = new ScriptedServer { CutAfter = 1000 };

        var sending = () => SendAsync(server, message: _message with { Attachments = [SecureAttachment.FromBytes("a.bin", "application/octet-stream", new byte[7_000_000])] });

        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        (fault.Code, fault.Outcome, fault.IsTransient).Should().Be((SecureMailErrors.ServerUnreachable, MailOutcome.NotSent, true));
    }

    [Fact]
    public async Task CancellationAfterTheLastByteWaitsForTheAnswer()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new ScriptedServer
        {
            BeforeAnswer = async () =>
            {
                await cancellation.CancelAsync();
                await Task.Delay(300);
            },
        };

        var receipt = await SendAsync(server, cancellationToken: cancellation.Token);

        receipt.ServerReply.Should().Contain("4711");
    }

    [Fact]
    public async Task AServerThatNeverAnswersIsAnUnknownOutcome()
    {
        var never = new TaskCompletionSource();
        await using var server = new ScriptedServer { BeforeAnswer = () => never.Task };

        var sending = () => SendAsync(server, timeout: TimeSpan.FromSeconds(2));

        var fault = (await sending.Should().ThrowAsync<SecureMailException>()).Which;
        never.SetResult();
        (fault.Code, fault.Outcome).Should().Be((SecureMailErrors.OutcomeUnknown, MailOutcome.Unknown));
    }

    [Fact]
    public async Task AServerThatIsSilentFromTheStartIsUnreachable()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var services = lab.Services(options =>
        {
            (options.Smtp.Port, options.Smtp.Timeout) = (((System.Net.IPEndPoint)silent.LocalEndpoint).Port, TimeSpan.FromSeconds(1));
        });

        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(_message);

        (await sending.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ServerUnreachable);
    }

    private async Task<MailReceipt> SendAsync(ScriptedServer server, SecureMessage? message = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        await using var services = lab.Services(options =>
        {
            (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (server.Port, SmtpSecurity.Implicit, server.RootPem);
            options.Smtp.Timeout = timeout ?? TimeSpan.FromSeconds(20);
        });
        return await services.GetRequiredService<ISecureMailClient>().SendAsync(message ?? _message, cancellationToken);
    }

    /// <summary>A list that somebody empties and fills again: at the second look there is nobody in it.</summary>
    private sealed class ChangingList(string address) : IReadOnlyList<string>
    {
        private int _looks;

        public int Count => 1;

        public string this[int index] => address;

        public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)(++_looks == 2 ? [] : new[] { address })).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>TLS is judged by the platform's clock as well, so the laboratory's clock shows the same time.</summary>
    public sealed class NowLab : IDisposable
    {
        private readonly MailLab _lab = new(TimeProvider.System.GetUtcNow());

        public ServiceProvider Services(Action<SecureMailOptions> change) => _lab.Services(change);

        public void Dispose() => _lab.Dispose();
    }
}
