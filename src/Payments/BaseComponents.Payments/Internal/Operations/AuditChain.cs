using System.Globalization;
using System.Security.Cryptography;

namespace BaseComponents.Payments.Internal.Operations;

/// <summary>The lines of the audit: numbered without gaps, each with the hash of the one before it.</summary>
internal static class AuditChain
{
    private const string Purpose = "BaseComponents.Payments.Audit.v1";
    private static readonly string NoHash = new('0', 64);

    public static PaymentAuditEntry Next(PaymentAuditEntry? last, PaymentAuditEntry draft)
    {
        var entry = draft with { Number = (last?.Number ?? 0) + 1, PreviousHash = last?.Hash ?? NoHash };
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>A line without its place in the chain.</summary>
    public static PaymentAuditEntry Draft(PaymentRecord record, string action, string change, string evidence, string decidedBy, string reason, DateTimeOffset now) => new()
    {
        Tenant = record.Tenant,
        Number = 0,
        // To the microsecond: a database keeps no more, and what comes back must have the same hash.
        At = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), now.Offset).ToUniversalTime(),
        Action = action,
        RequestId = record.RequestId,
        Change = change,
        Evidence = evidence,
        DecidedBy = decidedBy,
        Reason = reason,
        PreviousHash = "",
        Hash = "",
    };

    /// <summary>Whether a line follows the one before it, and is as it was written.</summary>
    public static bool Follows(PaymentAuditEntry? previous, PaymentAuditEntry entry) =>
        entry.Number == (previous?.Number ?? 0) + 1 && entry.PreviousHash == (previous?.Hash ?? NoHash) && entry.Hash == HashOf(entry);

    private static string HashOf(PaymentAuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.Append(Purpose);
        hash.Append(entry.PreviousHash);
        hash.Append(entry.Tenant);
        hash.Append(entry.Number);
        hash.Append(entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        foreach (var text in new[] { entry.Action, entry.RequestId, entry.Change, entry.Evidence, entry.DecidedBy, entry.ConfirmedBy, entry.Reason })
            hash.Append(text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
