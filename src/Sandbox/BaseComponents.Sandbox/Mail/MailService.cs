using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.OpenPgp;
using BaseComponents.Sandbox.Mail.Pages;
using BaseComponents.Sandbox.Mail.Smtp;
using BaseComponents.Sandbox.Mail.Trust;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Sandbox.Mail;

/// <summary>Mail server, certificates of all mailboxes, and the inbox.</summary>
internal sealed class MailService : SandboxService
{
    private readonly SmtpAccount _account;
    private readonly MailKeys _keys;
    private readonly PgpKeys _openPgp;
    private readonly MailStore _store;
    private readonly TrustPages _trust;

    public MailService(SandboxContext context, IReadOnlyList<string> offices)
        : base(context)
    {
        _account = SmtpAccount.LoadOrCreate(context.State);
        _keys = new MailKeys(context, offices, TrustPages.Places(context.HttpAddress));
        _openPgp = new PgpKeys(context);
        _trust = new TrustPages(context, new IssuedCertificates(context.Authority, _keys));
        _store = new MailStore(context);
        MailFaults.Register(context.Faults);
    }

    public override ServiceCard Card => new(
        "Sichere E-Mail (Elektronische Signatur und Verschlüsselung)",
        "Nimmt E-Mails entgegen und zeigt sie so, wie sie über die Leitung gingen, und so, wie das Amt sie liest.",
        [($"Posteingang der Ämter ({_store.Count})", "/mail")],
        [("Mailserver, mit STARTTLS und Anmeldung", $"127.0.0.1:{Context.SmtpPort}"), ("Absender", SandboxMailboxes.Sender),
            ("Sperrliste", TrustPages.ListPath), ("OCSP-Dienst", TrustPages.OcspPath), ("Zeitstempeldienst (RFC 3161)", TrustPages.TimeStampPath), ("Schlüsselverzeichnis (Web Key Directory)", WebKeyPages.Path)]);

    public override void AddServices(IServiceCollection services)
    {
        var backEnd = new SmtpBackEnd(_store, _account, Context.Authority.ServerCertificate, Context.Faults);
        services.AddSingleton<IHostedService>(provider => new SmtpServer(Context.Ports.Smtp, backEnd, provider.GetRequiredService<ILogger<SmtpServer>>()));
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        new InboxPages(_store, new MailboxKeys(_keys, _openPgp), new OfficeDesk(_keys, Context.Authority.Root, new PgpDesk(_openPgp))).Map(endpoints);
        new WebKeyPages(_openPgp, Context.Faults).Map(endpoints);
        _trust.Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration() => MailConfiguration.Of(Context, _account, new MailboxKeys(_keys, _openPgp));
}
