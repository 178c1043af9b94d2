namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Orders identifiers by agency, scheme and value, character by character.</summary>
internal sealed class OfficeIdOrder : IComparer<OfficeId>
{
    public static readonly OfficeIdOrder Instance = new();

    public int Compare(OfficeId x, OfficeId y)
    {
        var order = string.CompareOrdinal(x.Agency, y.Agency);
        if (order == 0)
            order = string.CompareOrdinal(x.Scheme, y.Scheme);
        return order == 0 ? string.CompareOrdinal(x.Value, y.Value) : order;
    }
}
