using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an <c>anschrift</c>.</summary>
internal sealed class XzufiAddressReader(XzufiParts parts)
{
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;

    public OfficeAddress Read()
    {
        var address = new OfficeAddress();
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
            address = With(address, _cursor.Name);
        return address;
    }

    private OfficeAddress With(OfficeAddress address, string? name)
    {
        if (ReferenceEquals(name, _names.Street))
            return address with { Street = address.Street ?? _cursor.PooledText() };
        if (ReferenceEquals(name, _names.HouseNumber))
            return address with { HouseNumber = address.HouseNumber ?? _cursor.PooledText() };
        if (ReferenceEquals(name, _names.PostalCode))
            return address with { PostalCode = address.PostalCode ?? _cursor.PooledText() };
        if (ReferenceEquals(name, _names.City))
            return address with { City = address.City ?? _cursor.PooledText() };
        if (ReferenceEquals(name, _names.PostOfficeBox))
            return address with { PostOfficeBox = address.PostOfficeBox ?? _cursor.PooledText() };
        if (ReferenceEquals(name, _names.AddressKind))
            return address with { Kind = address.Kind ?? Kind() };
        return name is not null && ReferenceEquals(name, _names.Accessibility) ? address with { Accessibility = Accessibility(address) } : address;
    }

    private AddressKind? Kind() => parts.Code() is { Value: { } value } code ? new AddressKind(value, code.Name) : null;

    private List<LocalText> Accessibility(OfficeAddress address)
    {
        List<LocalText> texts = [.. address.Accessibility];
        parts.LocalHtml(texts);
        return texts;
    }
}
