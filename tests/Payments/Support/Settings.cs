namespace BaseComponents.Tests.Payments.Support;

internal static class Settings
{
    public const string Section = "BaseComponents:Payments";

    /// <summary>Settings that start; the certificate is never loaded where the network is scripted.</summary>
    public static Dictionary<string, string?> Valid(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            [$"{Section}:Environment"] = "Sandbox",
            [$"{Section}:BaseAddress"] = "https://bezahldienst.example/xbezahldienste/",
            [$"{Section}:OriginatorId"] = "online-dienst",
            [$"{Section}:EndPointId"] = "14522180",
            [$"{Section}:ClientCertificatePem"] = "not loaded",
            [$"{Section}:PublicAddress"] = "http://localhost:5000/",
        };
        foreach (var (key, value) in changes)
            settings[$"{Section}:{key}"] = value;
        return settings;
    }
}
