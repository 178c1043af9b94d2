using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Internal.Pki;
using BaseComponents.Sandbox.Payments.Dialects;
using BaseComponents.Sandbox.Payments.Epaybl;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Sandbox.Payments;

/// <summary>The payment service: XBezahldienste 1.0.0 and ePayBL's own interfaces for machines, a pay page for people.</summary>
/// <remarks>German: Basiskomponente Zahlungsverkehr.</remarks>
internal sealed class PaymentsService : SandboxService
{
    private const string Section = "BaseComponents:Payments";
    private readonly PaymentLedger _ledger;

    public PaymentsService(SandboxContext context)
        : base(context)
    {
        _ledger = new PaymentLedger(context);
        PaymentFaults.Register(context.Faults);
        EpayblFaults.Register(context.Faults);
        DialectFaults.Register(context.Faults);
    }

    public override ServiceCard Card => new(
        "Zahlungsverkehr",
        "Nimmt Zahlungen nach XBezahldienste 1.0 und über die eigenen Schnittstellen von ePayBL an und zeigt eine Bezahlseite, auf der jede Zahlung gelingen, scheitern oder abgebrochen werden kann.",
        [($"Alle Zahlungen ({_ledger.Count})", "/payments")],
        [
            ("Schnittstelle, mit Client-Zertifikat", BaseAddress),
            ("Online-Dienst und Behörde", $"{EndPoints.OriginatorId} / {EndPoints.EndPointId}"),
            ("Dialekt pmPayment, mit Zugriffstoken", new Uri(Context.HttpsAddress, PaymentDialect.PmPayment.BasePath + "/").AbsoluteUri),
            ("Dialekt ePay21, mit Name und Passwort", new Uri(Context.HttpsAddress, PaymentDialect.Epay21.BasePath + "/").AbsoluteUri),
            ("ePayBL, REST-Konnektor", new Uri(Context.HttpsAddress, EpayblRestEndpoints.BasePath + "/").AbsoluteUri),
            ("ePayBL, SOAP (Listen wie in 2.x und 3.x)", $"{new Uri(Context.HttpsAddress, EpayblSoapEndpoint.Path2).AbsoluteUri} , {new Uri(Context.HttpsAddress, EpayblSoapEndpoint.Path3).AbsoluteUri}"),
            ("Mandant und Bewirtschafter", $"{EpayblOffice.Mandant} / {EpayblOffice.Bewirtschafter}"),
        ]);

    private string BaseAddress => new Uri(Context.HttpsAddress, PaymentDialect.Standard.BasePath + "/").AbsoluteUri;

    public override void AddServices(IServiceCollection services)
    {
        // Made by the container, so that it is disposed of with it: what is still to be told ends then.
        services.AddSingleton(_ => new EpayblNotifier(Context));
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        MapXBezahldienste(endpoints);
        new PayPage(_ledger, endpoints.ServiceProvider.GetRequiredService<EpayblNotifier>(), Context.Clock).Map(endpoints);
        var desk = new EpayblDesk(Context, _ledger);
        new EpayblRestEndpoints(Context, desk).Map(endpoints);
        new EpayblSoapEndpoint(Context, desk).Map(endpoints);
        new EpayblPayPage(desk, _ledger).Map(endpoints);
        new LedgerPage(_ledger, Context.Clock).Map(endpoints);
    }

    private void MapXBezahldienste(IEndpointRouteBuilder endpoints)
    {
        var tokens = new AccessTokens(Context);
        new PaymentEndpoints(Context, _ledger, PaymentDialect.Standard, new ClientGate(Context)).Map(endpoints);
        new PaymentEndpoints(Context, _ledger, PaymentDialect.PmPayment, new TokenGate(Context, tokens)).Map(endpoints);
        new PaymentEndpoints(Context, _ledger, PaymentDialect.Epay21, new PasswordGate(Context)).Map(endpoints);
        new TokenEndpoint(Context, tokens).Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration()
    {
        var certificate = Context.Authority.LoadOrIssue("payments-client", CertificateShape.Client("Online-Dienst der Sandbox"));
        using var key = certificate.GetECDsaPrivateKey()!;
        var pem = $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
        return new Dictionary<string, string?>
        {
            [$"{Section}:Environment"] = "Sandbox",
            [$"{Section}:BaseAddress"] = BaseAddress,
            [$"{Section}:OriginatorId"] = EndPoints.OriginatorId,
            [$"{Section}:EndPointId"] = EndPoints.EndPointId,
            [$"{Section}:ClientCertificatePem"] = pem,
            [$"{Section}:TrustAnchorsPem"] = Context.Authority.RootPem,
        }.Concat(DialectSettings.Of(Context)).Concat(EpayblSettings.Of(Context, pem));
    }
}
