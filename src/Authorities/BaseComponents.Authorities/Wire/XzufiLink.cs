namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an address with its title, as it occurs in text modules and services on the web.</summary>
internal static class XzufiLink
{
    /// <summary>The link; null where the address is none of a page.</summary>
    public static ServiceLink? Read(XzufiParts parts)
    {
        var (cursor, names) = (parts.Cursor, parts.Names);
        string? address = null, title = null;
        for (var opened = cursor.Open(); cursor.Next(opened);)
        {
            if (ReferenceEquals(cursor.Name, names.Link) || ReferenceEquals(cursor.Name, names.Uri))
                address ??= cursor.Text();
            else if (ReferenceEquals(cursor.Name, names.LinkTitle))
                title ??= cursor.Text();
        }

        return XzufiChannelReader.WebPageOf(address) is { } page ? new ServiceLink(page, title) : null;
    }
}
