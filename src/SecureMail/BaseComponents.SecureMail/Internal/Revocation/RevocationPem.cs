using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>Lists and answers one after the other as text, to be kept with what they were looked up for.</summary>
internal static class RevocationPem
{
    /// <summary>The label that OpenSSL reads too.</summary>
    public const string List = "X509 CRL";

    /// <summary>Nobody has registered one for answers.</summary>
    public const string Answer = "OCSP RESPONSE";

    // Some authorities publish lists of many megabytes; beside each stamp they would fill the database.
    private const int MaxLength = 1024 * 1024;

    /// <returns>Null where there is nothing, or too much to be kept.</returns>
    public static string? Join(IReadOnlyList<IRevocationProof> proofs)
    {
        var text = string.Concat(proofs.Distinct().Select(static proof => proof.ToPem() + "\n"));
        return text.Length is 0 or > MaxLength ? null : text;
    }

    /// <summary>The contents under one label.</summary>
    public static IReadOnlyList<byte[]> Split(string text, string label)
    {
        var found = new List<byte[]>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            if (rest[fields.Label].SequenceEqual(label))
                found.Add(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
        }

        return found;
    }
}
