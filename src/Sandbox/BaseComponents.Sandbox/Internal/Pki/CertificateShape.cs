namespace BaseComponents.Sandbox.Internal.Pki;

internal enum CertificateUse
{
    Authority,
    Server,
    Client,
    Mail,
    Saml,
    Responder,
    TimeStamps,
}

/// <summary>What a certificate is for and when it is valid, relative to the moment of issue.</summary>
internal sealed record CertificateShape(CertificateUse Use, string CommonName)
{
    public string? MailAddress { get; init; }

    /// <summary>Where the list of revoked certificates is, and who answers about single ones; nowhere if null.</summary>
    public RevocationPlaces? Revocation { get; init; }

    /// <summary>In bits, where the key is an RSA key.</summary>
    public int KeySize { get; init; } = 2048;

    public TimeSpan ValidFrom { get; init; } = TimeSpan.FromHours(-1);

    public TimeSpan ValidFor { get; init; } = TimeSpan.FromDays(825);

    public static CertificateShape Authority(string commonName) => new(CertificateUse.Authority, commonName) { ValidFor = TimeSpan.FromDays(3650) };

    public static CertificateShape Server(string commonName) => new(CertificateUse.Server, commonName);

    public static CertificateShape Client(string commonName) => new(CertificateUse.Client, commonName);

    public static CertificateShape Saml(string commonName) => new(CertificateUse.Saml, commonName);

    public static CertificateShape Responder(string commonName) => new(CertificateUse.Responder, commonName);

    public static CertificateShape TimeStamps(string commonName) => new(CertificateUse.TimeStamps, commonName);

    public static CertificateShape Mail(string address, string commonName) => new(CertificateUse.Mail, commonName) { MailAddress = address };
}
