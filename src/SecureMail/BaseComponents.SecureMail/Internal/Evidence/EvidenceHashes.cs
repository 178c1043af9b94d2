using System.Security.Cryptography;
using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.SecureMail.Internal.Evidence;

internal static class EvidenceHashes
{
    public static HashAlgorithmName NameOf(EvidenceHash hash) => hash switch
    {
        EvidenceHash.Sha384 => HashAlgorithmName.SHA384,
        EvidenceHash.Sha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };
}
