using BaseComponents.Sandbox;
using BaseComponents.Sandbox.Mail;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>A program of an office, with the settings that the Sandbox wrote for it, receives from the Sandbox's folder and answers.</summary>
public sealed class FileDropOfTheSandboxTests : IAsyncLifetime
{
    private readonly string _drop = Directory.CreateTempSubdirectory("drop-contract-").FullName;
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(new SandboxOptions { MailDropPath = _drop });

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_drop, recursive: true);
    }

    [Fact]
    public async Task A_mail_to_an_office_is_received_decrypted_valid_and_once()
    {
        await using var portal = Services(_sandbox.Configuration);
        await using var office = Office();
        await portal.GetRequiredService<ISecureMailClient>().SendAsync(To(MailSandbox.Office, "Vorgang 1"), TestContext.Current.CancellationToken);

        await WithNextAsync(office, mail =>
        {
            mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.SignerAddress.Should().Be(SandboxMailboxes.Sender);
            mail.IsEncrypted.Should().BeTrue();
            mail.Subject.Should().Be("Vorgang 1");
            mail.Attachments.Should().ContainSingle().Which.FileName.Should().Be("fall.xml");
        });

        Directory.EnumerateFiles(Path.Combine(_drop, MailSandbox.Office), "*", SearchOption.AllDirectories).Should().ContainSingle("it was acknowledged").Which.Should().EndWith("settings.json");
    }

    [Fact]
    public async Task An_office_answers_and_the_portal_receives_it()
    {
        await using var office = Office();
        await using var portal = Services(new ConfigurationBuilder().AddConfiguration(_sandbox.Configuration)
            .AddInMemoryCollection([new("BaseComponents:SecureMail:Mailbox:FileDrop:Path", Path.Combine(_drop, SandboxMailboxes.Sender))]).Build());
        await office.GetRequiredService<ISecureMailClient>().SendAsync(To(SandboxMailboxes.Sender, "Antwort"), TestContext.Current.CancellationToken);

        await WithNextAsync(portal, mail => mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>().Which.SignerAddress.Should().Be(MailSandbox.Office));
    }

    private ServiceProvider Office() => Services(new ConfigurationBuilder().AddJsonFile(Path.Combine(_drop, MailSandbox.Office, "settings.json")).Build());

    private static ServiceProvider Services(IConfiguration configuration)
    {
        var section = configuration.GetSection("BaseComponents:SecureMail");
        var services = new ServiceCollection().AddLogging();
        var mail = services.AddSecureMail(section);
        if (section.GetSection("Mailbox").Exists())
            mail.AddMailbox(section.GetSection("Mailbox"));
        return services.BuildServiceProvider();
    }

    private static async Task WithNextAsync(ServiceProvider services, Action<ReceivedMail> look)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await foreach (var mail in services.GetRequiredService<ISecureMailbox>().ReceiveAsync(patience.Token))
        {
            look(mail);
            await mail.AcknowledgeAsync(patience.Token);
            return;
        }
    }

    private static SecureMessage To(string address, string subject) => new()
    {
        To = [address],
        Subject = subject,
        Text = "Guten Tag",
        Attachments = [SecureAttachment.FromBytes("fall.xml", "application/xml", "<fall/>"u8.ToArray())],
        Key = subject,
    };
}
