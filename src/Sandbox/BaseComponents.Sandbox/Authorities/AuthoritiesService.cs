using BaseComponents.Sandbox.Authorities.Bulk;
using BaseComponents.Sandbox.Authorities.Pvog;
using BaseComponents.Sandbox.Authorities.Routing;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Sandbox.Authorities;

/// <summary>The authority finder: deliveries and lists for machines, the invented offices for people to look at.</summary>
/// <remarks>German: Zuständigkeitsfinder.</remarks>
internal sealed class AuthoritiesService : SandboxService
{
    private const string Section = "BaseComponents:Authorities";

    private readonly OfficeHistory _history;

    public AuthoritiesService(SandboxContext context)
        : base(context)
    {
        _history = new OfficeHistory(context);
        AuthorityFaults.Register(context.Faults);
        BulkFaults.Register(context.Faults);
        PvogFaults.Register(context.Faults);
        RoutingEndpoints.RegisterFaults(context.Faults);
    }

    public override ServiceCard Card => new(
        "Zuständigkeitsfinder",
        "Liefert Leistungen, Ämter und Zuständigkeiten in XZuFi 2.2, dazu sächsische Gemeinden und Postleitzahlen. Schlüssel sind echt, Ämter erfunden.",
        [("Gemeinden", "/authorities/municipalities"), ("Leistungen", "/authorities/services"), ("Ämter", "/authorities/offices")],
        [
            ("Lieferung in XZuFi 2.2", Address(DeliveryEndpoints.DeliveryPath)),
            ("Gebiete", Address(DeliveryEndpoints.RegionsPath)),
            ("Postleitzahlen", Address(DeliveryEndpoints.PostalCodesPath)),
            ("Suchdienst", Address(PvogEndpoints.BasePath)),
            ("Bereitstelldienst", Address(BulkEndpoints.BasePath)),
            ("Routingdienst von FIT-Connect", Address(RoutingEndpoints.BasePath)),
        ]);

    public override void AddServices(IServiceCollection services)
    {
        // Everything is read from the files that come with the Sandbox.
    }

    public override void Map(IEndpointRouteBuilder endpoints)
    {
        new DeliveryEndpoints(Context, _history).Map(endpoints);
        new BulkEndpoints(Context, _history).Map(endpoints);
        new PvogEndpoints(Context, _history).Map(endpoints);
        new RoutingEndpoints(Context).Map(endpoints);
        OfficePages.Map(endpoints);
    }

    public override IEnumerable<KeyValuePair<string, string?>> Configuration() => Directory()
        .Concat(PvogEndpoints.Configuration(Context, $"{Section}:Pvog"))
        .Concat(BulkEndpoints.Configuration(Context, $"{Section}:Bulk"))
        .Concat(RoutingSettings.For(Context));

    private Dictionary<string, string?> Directory() => new()
    {
        [$"{Section}:Environment"] = "Sandbox",
        [$"{Section}:Deliveries:0"] = Address(DeliveryEndpoints.DeliveryPath),
        [$"{Section}:RegionList"] = Address(DeliveryEndpoints.RegionsPath),
        [$"{Section}:PostalCodes"] = Address(DeliveryEndpoints.PostalCodesPath),
        [$"{Section}:TrustAnchorsPem"] = Context.Authority.RootPem,
        // Bärenstein acts for Königswalde.
        [$"{Section}:FulfillingMunicipalities:145215101"] = "145215101060",
    };

    private string Address(string path) => new Uri(Context.HttpsAddress, path).AbsoluteUri;
}
