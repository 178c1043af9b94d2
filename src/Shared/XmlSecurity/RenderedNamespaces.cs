namespace BaseComponents.Shared.XmlSecurity;

/// <summary>The namespaces that the canonical form has already written above an element: a chain, since most elements add none.</summary>
internal sealed class RenderedNamespaces
{
    private readonly RenderedNamespaces? _above;
    private readonly string _prefix;
    private readonly string _uri;

    private RenderedNamespaces(RenderedNamespaces? above, string prefix, string uri) => (_above, _prefix, _uri) = (above, prefix, uri);

    /// <summary>Nothing is written: no prefix has a namespace, and the default one is empty.</summary>
    public static RenderedNamespaces None { get; } = new(null, "", "");

    public RenderedNamespaces With(string prefix, string uri) => new(this, prefix, uri);

    public string? UriOf(string prefix)
    {
        for (var link = this; link is not null; link = link._above)
            if (link._prefix == prefix)
                return link._uri;
        return null;
    }
}
