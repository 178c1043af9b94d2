using System.Security.Cryptography.X509Certificates;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Internal.Pki;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Sandbox.Payments;

/// <summary>The payment service: XBezahldienste 1.0.0 for machines, a pay page for people.</summary>
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
    }

    public override ServiceCard Card => new(
        "Zahlungsverkehr",
        "Nimmt Zahlungen nach XBezahldienste 1.0 an und zeigt eine Bezahlseite, auf der jede Zahlung gelingen, scheitern oder abgebrochen werden kann.",
        [($"Alle Zahlungen ({_ledger.Count})", "/payments")],
        [("Schnittstelle, mit Client-Zertifikat", BaseAddress), ("Online-Dienst und Behörde", $"{EndPoints.OriginatorId} / {EndPoints.EndPointId}")]);

    private string BaseAddress => new Uri(Context.HttpsAddress, PaymentEndpoints.BasePath + "/").AbsoluteUri;

    public override void AddServices(IServiceCollection services)
    {
        // The parts hang together by their constructors; nothing of them is asked for by name.
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        new PaymentEndpoints(Context, _ledger).Map(endpoints);
        new PayPage(_ledger, Context.Clock).Map(endpoints);
        new LedgerPage(_ledger, Context.Clock).Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration()
    {
        var certificate = Context.Authority.LoadOrIssue("payments-client", CertificateShape.Client("Online-Dienst der Sandbox"));
        using var key = certificate.GetECDsaPrivateKey()!;
        return new Dictionary<string, string?>
        {
            [$"{Section}:Environment"] = "Sandbox",
            [$"{Section}:BaseAddress"] = BaseAddress,
            [$"{Section}:OriginatorId"] = EndPoints.OriginatorId,
            [$"{Section}:EndPointId"] = EndPoints.EndPointId,
            [$"{Section}:ClientCertificatePem"] = $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n",
            [$"{Section}:TrustAnchorsPem"] = Context.Authority.RootPem,
        };
    }
}
