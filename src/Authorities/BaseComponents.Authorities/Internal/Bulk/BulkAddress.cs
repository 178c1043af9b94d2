using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Wire.Bulk;

namespace BaseComponents.Authorities.Internal.Bulk;

/// <summary>Where the first page is.</summary>
internal static class BulkAddress
{
    /// <summary>The address; null where path and query lead away from the base.</summary>
    public static Uri? Of(BulkDeliveryOptions options) =>
        NextAddress.Within(options.BaseAddress!, options.BaseAddress!, options.Path.TrimStart('/') + (string.IsNullOrEmpty(options.Query) ? "" : "?" + options.Query.TrimStart('?')));
}
