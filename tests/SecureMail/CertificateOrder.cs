using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.Tests.SecureMail;

/// <summary>What a certificate shall say.</summary>
internal sealed record CertificateOrder
{
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    public string Subject { get; init; } = "CN=Somebody";

    /// <summary>In the subject alternative name.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    public IReadOnlyList<string> Purposes { get; init; } = [EmailProtection];

    public bool ArePurposesCritical { get; init; }

    public X509KeyUsageFlags Usage { get; init; } = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;

    public bool IsAuthority { get; init; }

    public bool IsRsa { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    public Uri? List { get; init; }

    public Uri? Responder { get; init; }

    public static CertificateOrder For(string address) => new() { Subject = $"CN={address}", Addresses = [address] };

    public IEnumerable<X509Extension> Extensions()
    {
        yield return new X509BasicConstraintsExtension(IsAuthority, false, 0, true);
        yield return new X509KeyUsageExtension(Usage, true);
        if (Addresses.Count > 0)
            yield return Names();
        if (Purposes.Count > 0)
            yield return new X509EnhancedKeyUsageExtension([.. Purposes.Select(purpose => new Oid(purpose))], ArePurposesCritical);
        if (List is not null)
            yield return CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([List.AbsoluteUri]);
        if (Responder is not null)
            yield return new X509AuthorityInformationAccessExtension([Responder.AbsoluteUri], null);
    }

    private X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var address in Addresses)
            names.AddEmailAddress(address);
        return names.Build();
    }
}
