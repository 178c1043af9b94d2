using System.Security.Cryptography;
using System.Text;
using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Internal.Revocation;

namespace BaseComponents.SecureMail.Internal.Evidence;

/// <summary>A stamp and what checks it, as files for tools of others.</summary>
internal static class EvidenceFiles
{
    public static IEnumerable<EvidenceFile> Of(MailEvidence evidence) =>
    [
        new EvidenceFile($"{evidence.Name}.tst", evidence.Token!.ToArray()),
        Text($"{evidence.Name}.pem", evidence.CertificatesPem!),
        Text($"{evidence.Name}.hash", $"{EvidenceHashes.NameOf(evidence.Hash!.Value).Name} {evidence.HashValue}\n"),
        .. Revocation(evidence.Name, evidence.RevocationPem ?? ""),
    ];

    private static IEnumerable<EvidenceFile> Revocation(string name, string text)
    {
        var lists = RevocationPem.Split(text, RevocationPem.List);
        if (lists.Count > 0)
            yield return Text($"{name}.crl", string.Concat(lists.Select(static list => PemEncoding.WriteString(RevocationPem.List, list) + "\n")));
        foreach (var (number, answer) in RevocationPem.Split(text, RevocationPem.Answer).Index())
            yield return new EvidenceFile($"{name}.{number + 1}.ocsp", answer);
    }

    private static EvidenceFile Text(string name, string text) => new(name, Encoding.ASCII.GetBytes(text));
}
