using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Contracts.SecureMail.Mailboxes;

/// <summary>An office that reads its mailbox on Dovecot, and a citizen who writes to it, with the keys of both.</summary>
internal sealed class OfficeAndCitizen : IDisposable
{
    public const string Office = "antrag@stadt.example";
    public const string Citizen = "buerger@citizen.example";
    private readonly ThrowAwayMailAuthority _authority = new();

    public OfficeAndCitizen() => (OfficeKey, CitizenKey) = (_authority.Issue(Office), _authority.Issue(Citizen));

    public string AnchorPem => _authority.AnchorPem;

    public ThrowAwayMailKey OfficeKey { get; }

    public ThrowAwayMailKey CitizenKey { get; }

    public static byte[] Plain(string subject, string body) => Encoding.ASCII.GetBytes(
        $"From: {Citizen}\r\nTo: {Office}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@citizen.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{body}\r\n");

    public ServiceProvider Services(DovecotPeer server, Action<MailboxOptions>? change = null, Action<SecureMailOptions>? mail = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("x")).Configure(options =>
        {
            Fill(options, Office, OfficeKey, CitizenKey);
            mail?.Invoke(options);
        }).AddMailbox(new ConfigurationBuilder().Build().GetSection("x:Mailbox"));
        services.Configure<MailboxOptions>("", options =>
        {
            options.Imap = new ImapOptions
            {
                Host = "127.0.0.1",
                Port = server.TlsPort,
                User = DovecotPeer.User,
                Password = DovecotPeer.Password,
                TrustAnchorsPem = server.AnchorPem,
                DoneFolder = "Done",
                SetAsideFolder = "Aside",
            };
            (options.PollInterval, options.RetryAfter, options.MaxBackOff) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            change?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    public void Fill(SecureMailOptions options, string sender, ThrowAwayMailKey own, ThrowAwayMailKey other)
    {
        options.Environment = SecureMailEnvironment.Test;
        (options.Smtp.Host, options.Smtp.Port) = ("127.0.0.1", 1);
        options.Sender.Address = sender;
        options.Sender.Certificate = own.ToOptions();
        options.TrustAnchorsPem = AnchorPem;
        options.Recipients = [other.ToRecipient()];
        options.DecryptionKeys = [own.ToOptions()];
    }

    public void Dispose() => _authority.Dispose();
}
