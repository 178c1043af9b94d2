namespace BaseComponents.SecureMail.Wire.Cms;

internal static class CmsOids
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string EnvelopedData = "1.2.840.113549.1.7.3";
    public const string AuthEnvelopedData = "1.2.840.113549.1.9.16.1.23";

    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningTime = "1.2.840.113549.1.9.5";
    public const string AlgorithmProtection = "1.2.840.113549.1.9.52";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    public const string TimeStampInfo = "1.2.840.113549.1.9.16.1.4";

    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";

    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string RsaesOaep = "1.2.840.113549.1.1.7";
    public const string Mgf1 = "1.2.840.113549.1.1.8";
    public const string PSpecified = "1.2.840.113549.1.1.9";
    public const string RsassaPss = "1.2.840.113549.1.1.10";
    public const string RsaWithSha256 = "1.2.840.113549.1.1.11";
    public const string RsaWithSha384 = "1.2.840.113549.1.1.12";
    public const string RsaWithSha512 = "1.2.840.113549.1.1.13";

    public const string EcPublicKey = "1.2.840.10045.2.1";
    public const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    public const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";
    public const string EcdsaWithSha512 = "1.2.840.10045.4.3.4";

    public const string X25519 = "1.3.101.110";
    public const string Ed25519 = "1.3.101.112";
}
