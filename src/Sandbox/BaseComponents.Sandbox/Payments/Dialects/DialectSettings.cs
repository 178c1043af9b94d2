using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>The settings that a client of pmPayment and of ePay21 needs: a section for each.</summary>
internal static class DialectSettings
{
    private const string Section = "BaseComponents:Payments";

    public static IEnumerable<KeyValuePair<string, string?>> Of(SandboxContext sandbox) =>
    [
        .. Of($"{Section}:PmPayment", sandbox, PaymentDialect.PmPayment),
        new($"{Section}:PmPayment:Dialect", "PmPayment"),
        new($"{Section}:PmPayment:Authentication", "OAuth2"),
        new($"{Section}:PmPayment:Credentials:TokenAddress", new Uri(sandbox.HttpsAddress, TokenEndpoint.Path).AbsoluteUri),
        new($"{Section}:PmPayment:Credentials:Scope", DialectClient.Scope),
        .. Of($"{Section}:Epay21", sandbox, PaymentDialect.Epay21),
        new($"{Section}:Epay21:Dialect", "Epay21"),
        new($"{Section}:Epay21:Authentication", "Basic"),
    ];

    private static IEnumerable<KeyValuePair<string, string?>> Of(string section, SandboxContext sandbox, PaymentDialect dialect) =>
    [
        new($"{section}:Environment", "Sandbox"),
        new($"{section}:BaseAddress", new Uri(sandbox.HttpsAddress, dialect.BasePath + "/").AbsoluteUri),
        new($"{section}:OriginatorId", EndPoints.OriginatorId),
        new($"{section}:EndPointId", EndPoints.EndPointId),
        new($"{section}:Credentials:Name", DialectClient.Name),
        new($"{section}:Credentials:Secret", DialectClient.Secret),
        new($"{section}:TrustAnchorsPem", sandbox.Authority.RootPem),
    ];
}
