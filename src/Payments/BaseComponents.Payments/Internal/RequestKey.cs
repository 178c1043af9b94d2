using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Payments.Internal;

/// <summary>
/// Derives the key that the service recognises an attempt by. The same tenant, reference and attempt give the same key on every machine, so a
/// repeated create can never be a second payment. The reference itself, often a case number, does not leave the application.
/// </summary>
internal static class RequestKey
{
    private const string Purpose = "BaseComponents.Payments.RequestId.v1";

    public static string Derive(string tenant, string reference, int attempt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.Append(Purpose);
        hash.Append(tenant);
        hash.Append(reference);
        hash.Append(attempt);
        // 32 of the 36 characters the wire allows.
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>What the payer of a transfer writes on it: 16 digits out of the key, with check digits (ISO 11649). Digits, because people type them.</summary>
    public static string TransferReference(string requestId)
    {
        var number = ulong.Parse(requestId.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 10_000_000_000_000_000;
        return CreditorReference.Create(number.ToString("D16", CultureInfo.InvariantCulture)).ToString();
    }

    // Each text carries its length, so that no two lists of texts are the same bytes.
    public static void Append(this IncrementalHash hash, string? text)
    {
        hash.Append(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    public static void Append(this IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
