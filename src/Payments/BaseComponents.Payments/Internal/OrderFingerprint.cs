using System.Globalization;
using System.Security.Cryptography;

namespace BaseComponents.Payments.Internal;

/// <summary>
/// Tells a repeated order from a different one under the same reference. The payer is left out because nothing of a person is stored, the return
/// address because a protected token in it differs each time.
/// </summary>
internal static class OrderFingerprint
{
    public static string Of(PaymentOrder order)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.Append("BaseComponents.Payments.Order.v1");
        hash.Append(order.Purpose);
        hash.Append(order.Description);
        hash.Append(order.Items.Count);
        foreach (var item in order.Items)
            Append(hash, item);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, PaymentItem item)
    {
        hash.Append(item.Id);
        hash.Append(item.Reference);
        hash.Append(item.Description);
        hash.Append(item.Quantity);
        hash.Append((item.TaxRate / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
        foreach (var amount in new[] { item.SingleNet, item.SingleTax, item.TotalNet, item.TotalTax })
            hash.Append(amount.Cents);
        foreach (var (key, value) in (item.BookingData ?? new Dictionary<string, string>()).OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            hash.Append(key);
            hash.Append(value);
        }
    }
}
