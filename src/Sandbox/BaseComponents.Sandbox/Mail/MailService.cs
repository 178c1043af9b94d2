using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Mail.Gateway;
using BaseComponents.Sandbox.Mail.OpenPgp;
using BaseComponents.Sandbox.Mail.Pages;
using BaseComponents.Sandbox.Mail.Reports;
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
    private readonly MailDrop? _drop;
    private readonly MailStore _store;
    private readonly TrustPages _trust;
    private readonly OutgoingGateway _gateway;

    public MailService(SandboxContext context, IReadOnlyList<string> offices)
        : base(context)
    {
        _account = SmtpAccount.LoadOrCreate(context.State);
        _keys = new MailKeys(context, offices, TrustPages.Places(context.HttpAddress));
        _openPgp = new PgpKeys(context);
        _trust = new TrustPages(context, new IssuedCertificates(context.Authority, _keys));
        _drop = context.MailDropPath is { } path ? new MailDrop(path, [SandboxMailboxes.Sender, .. _keys.Certificates.Keys]) : null;
        if (_drop is not null)
            new OfficeSettings(context, _account, _keys).Write(_drop);
        _store = new MailStore(context, _drop);
        _gateway = new OutgoingGateway(_keys, context.State);
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
        services.AddSingleton(_ => new ReportOffice(_store, Context));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ReportOffice>());
        services.AddSingleton<IHostedService>(provider => new SmtpServer(Context.Ports.Smtp, BackEnd(provider), provider.GetRequiredService<ILogger<SmtpServer>>()));
    }

    private SmtpBackEnd BackEnd(IServiceProvider provider) => new(_store, _account, Context.Authority, Context.Faults, _gateway, provider.GetRequiredService<ReportOffice>());

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        var desk = new OfficeDesk(_keys, Context.Authority.Root, new PgpDesk(_openPgp));
        new InboxPages(_store, new MailboxKeys(_keys, _openPgp), desk, _gateway, _drop).Map(endpoints);
        new GatewayPages(_gateway, new IncomingGateway(_store, desk, Context)).Map(endpoints);
        new WebKeyPages(_openPgp, Context.Faults).Map(endpoints);
        _trust.Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration() => MailConfiguration.Of(Context, _account, new MailboxKeys(_keys, _openPgp));
}
