using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.SecureMail;

/// <summary>Another mail server with another root, set while a mail is on its way.</summary>
public sealed class MailSettingsChangeTests(MailLab lab) : IClassFixture<MailLab>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_mail_takes_the_new_server_and_one_under_way_ends_at_the_old_one()
    {
        var (reached, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var old = new ScriptedServer
        {
            BeforeAnswer = () =>
            {
                reached.SetResult();
                return go.Task;
            },
        };
        await using var next = new ScriptedServer();
        var current = old;
        await using var services = lab.Services(options => (options.Smtp.Port, options.Smtp.Security, options.Smtp.TrustAnchorsPem) = (current.Port, SmtpSecurity.Implicit, current.RootPem));
        var client = services.GetRequiredService<ISecureMailClient>();

        var underWay = client.SendAsync(Message("case-1"), Cancelled);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
        // As a provider does that has read changed settings.
        current = next;
        services.GetRequiredService<IOptionsMonitorCache<SecureMailOptions>>().Clear();
        var sent = await client.SendAsync(Message("case-2"), Cancelled);
        go.SetResult();

        old.Mail.Should().Contain((await underWay).MessageId);
        next.Mail.Should().Contain(sent.MessageId);
        old.Commands.Count(command => command == "DATA").Should().Be(1);
    }

    private static SecureMessage Message(string key) => new() { To = [MailLab.Office], Subject = "Bescheid", Text = "Text", Key = key };
}
