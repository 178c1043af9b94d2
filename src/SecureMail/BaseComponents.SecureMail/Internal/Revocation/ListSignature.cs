using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>Algorithms that lists and answers of responders may be signed with: SHA-2 with RSA, PSS or an elliptic curve.</summary>
internal static class ListSignature
{
    private const string Pss = "1.2.840.113549.1.1.10";
    private static readonly HashSet<string> Good =
        ["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4"];
    private static readonly HashSet<string> GoodHashes = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    public static bool IsGood(AlgorithmIdentifier algorithm) => Good.Contains(algorithm.Algorithm.Id)
        || (algorithm.Algorithm.Id == Pss && RsassaPssParameters.GetInstance(algorithm.Parameters) is { } parameters && GoodHashes.Contains(parameters.HashAlgorithm.Algorithm.Id));
}
