using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>Settings of a mailbox are checked when the host starts, each with a sentence that names the setting.</summary>
public sealed class MailboxSettingsTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly DropLab _drop = new();

    public static TheoryData<string, Action<MailboxOptions>> Broken { get; } = new()
    {
        { "either Imap or FileDrop", options => options.FileDrop = null },
        { "either Imap or FileDrop", options => options.Imap = Imap() },
        { "Path", options => options.FileDrop!.Path = null },
        { "Lease", options => options.FileDrop!.Lease = TimeSpan.Zero },
        { "Host", options => Use(options, imap => imap.Host = null) },
        { "Password", options => Use(options, imap => imap.Password = "") },
        { "SetAsideFolder", options => Use(options, imap => imap.SetAsideFolder = null) },
        { "one folder twice", options => Use(options, imap => imap.DoneFolder = "inbox") },
        { "TrustAnchorsPem", options => Use(options, imap => imap.TrustAnchorsPem = "nonsense") },
        { "MaxAttempts", options => options.MaxAttempts = 0 },
        { "PollInterval", options => options.PollInterval = TimeSpan.Zero },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task ABrokenSettingIsNamed(string named, Action<MailboxOptions> change)
    {
        await using var services = _drop.Services(lab, change);

        var starting = () => services.GetRequiredService<IOptionsMonitor<MailboxOptions>>().Get("");

        starting.Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");
    }

    public void Dispose() => _drop.Dispose();

    private static void Use(MailboxOptions options, Action<ImapOptions> change)
    {
        (options.FileDrop, options.Imap) = (null, Imap());
        change(options.Imap);
    }

    private static ImapOptions Imap() => new() { Host = "mail.amt.example", User = "u", Password = "p", SetAsideFolder = "Aside" };
}
