using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Tests.SecureMail.TimeStamps;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>What is not as it should be in an answer.</summary>
internal sealed record TimeStampLie
{
    public int Status { get; init; }

    public string Policy { get; init; } = TimeStampAnswers.Policy;

    public byte[]? Nonce { get; init; }

    public byte[]? Hash { get; init; }

    public bool NamesItself { get; init; } = true;

    public byte[] More { get; init; } = [];
}

/// <summary>Answers of a time stamp service (RFC 3161), honest and others.</summary>
internal static class TimeStampAnswers
{
    public const string Policy = "1.3.6.1.4.1.99999.7";
    public const string Purpose = "1.3.6.1.5.5.7.3.8";

    /// <summary>A certificate for time stamps with its key, or for something else.</summary>
    public static X509Certificate2 Certificate(X509Certificate2 issuer, DateTimeOffset now, string purpose = Purpose, bool isCritical = true)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Time stamps", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], isCritical));
        using var certificate = request.Create(issuer, now.AddHours(-1), now.AddDays(5), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>An authority of its own.</summary>
    public static X509Certificate2 Root(DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Root of time", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(20));
    }

    public static byte[] Write(byte[] query, X509Certificate2 by, DateTimeOffset time, TimeStampLie? lie = null)
    {
        lie ??= new TimeStampLie();
        Rfc3161TimestampRequest.TryDecode(query, out var request, out _);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(lie.Status);
            if (lie.Status < 2)
                writer.WriteEncodedValue(TimeStamper.Sign(Info(request!, time, lie), by, lie.NamesItself ? by : null));
        }

        return [.. writer.Encode(), .. lie.More];
    }

    private static byte[] Info(Rfc3161TimestampRequest request, DateTimeOffset time, TimeStampLie lie)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(lie.Policy);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                writer.WriteOctetString(lie.Hash ?? request.GetMessageHash().ToArray());
            }

            writer.WriteInteger(4711);
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
            writer.WriteInteger(lie.Nonce ?? request.GetNonce()!.Value.ToArray());
        }

        return writer.Encode();
    }
}
