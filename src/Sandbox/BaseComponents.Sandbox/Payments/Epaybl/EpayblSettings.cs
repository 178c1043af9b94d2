using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>The settings that a client of ePayBL's own interfaces needs: one section for REST, one for SOAP in the style of 3.x.</summary>
internal static class EpayblSettings
{
    private const string Section = "BaseComponents:Payments";

    public static IEnumerable<KeyValuePair<string, string?>> Of(SandboxContext sandbox, string clientPem)
    {
        foreach (var section in (string[])[$"{Section}:Epaybl", $"{Section}:EpayblSoap"])
        {
            yield return new($"{section}:Environment", "Sandbox");
            yield return new($"{section}:Mandant", EpayblOffice.Mandant);
            yield return new($"{section}:Bewirtschafter", EpayblOffice.Bewirtschafter);
            yield return new($"{section}:BudgetItem", EpayblOffice.BudgetItem);
            yield return new($"{section}:DunningKey", EpayblOffice.DunningKey);
            yield return new($"{section}:NotFoundCodes:0", EpayblOffice.NotFound);
            yield return new($"{section}:NotificationSecret", EpayblOffice.NotificationSecret);
            yield return new($"{section}:ClientCertificatePem", clientPem);
            yield return new($"{section}:TrustAnchorsPem", sandbox.Authority.RootPem);
            for (var index = 0; index < EpayblOffice.Methods.Count; index++)
                yield return new($"{section}:Methods:{index}", EpayblOffice.Methods[index].Code);
        }

        yield return new($"{Section}:Epaybl:Protocol", "Rest");
        yield return new($"{Section}:Epaybl:BaseAddress", new Uri(sandbox.HttpsAddress, EpayblRestEndpoints.BasePath + "/").AbsoluteUri);
        yield return new($"{Section}:EpayblSoap:Protocol", "Soap");
        yield return new($"{Section}:EpayblSoap:ListStyle", "Version3");
        yield return new($"{Section}:EpayblSoap:BaseAddress", new Uri(sandbox.HttpsAddress, EpayblSoapEndpoint.Path3).AbsoluteUri);
        yield return new($"{Section}:EpayblSoap:PayPageAddress", new Uri(sandbox.HttpAddress, EpayblDesk.PayPagePath).AbsoluteUri);
    }
}
