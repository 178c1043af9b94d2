using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Takes one object out of a stream of XML as a small tree. An object that is too deep or too large is read to its end and dropped, so that
/// the objects after it are not lost.
/// </summary>
internal sealed class BoundedElement(XmlReader reader)
{
    private const int DeepestLevel = 40;
    private const int MostElements = 50_000;
    private const int MostCharacters = 2_000_000;
    private readonly char[] _chunk = new char[4096];
    private int _elements;
    private int _characters;

    /// <summary>The element the reader stands on, or null if it is beyond the limits. Afterwards the reader stands behind it.</summary>
    public async Task<XElement?> ReadAsync(CancellationToken cancellationToken)
    {
        (_elements, _characters) = (0, 0);
        var root = Start();
        var current = reader.IsEmptyElement ? null : root;
        await reader.ReadAsync().ConfigureAwait(false);
        while (current is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            current = await TakeAsync(current).ConfigureAwait(false);
        }

        return IsWithinLimits ? root : null;
    }

    private bool IsWithinLimits => _elements <= MostElements && _characters <= MostCharacters;

    // Never counts further than needed: an endless object must not run over the counter.
    private void Count(int characters) => _characters = Math.Min(MostCharacters + 1, _characters + characters);

    // Returns the element that is open afterwards.
    private async Task<XElement?> TakeAsync(XElement current)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                current = await OpenAsync(current).ConfigureAwait(false);
                return current;
            case XmlNodeType.EndElement:
                await reader.ReadAsync().ConfigureAwait(false);
                return current.Parent;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                await AddTextAsync(current).ConfigureAwait(false);
                return current;
            default:
                if (!await reader.ReadAsync().ConfigureAwait(false))
                    throw new InvalidDataException("The file ends within an object.");
                return current;
        }
    }

    private async Task<XElement> OpenAsync(XElement parent)
    {
        if (reader.Depth > DeepestLevel || !IsWithinLimits)
        {
            _elements = MostElements + 1;
            await reader.SkipAsync().ConfigureAwait(false);
            return parent;
        }

        var element = Start();
        var isEmpty = reader.IsEmptyElement;
        parent.Add(element);
        await reader.ReadAsync().ConfigureAwait(false);
        return isEmpty ? parent : element;
    }

    private XElement Start()
    {
        _elements++;
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var index = 0; index < reader.AttributeCount && index < 32; index++)
        {
            reader.MoveToAttribute(index);
            Count(reader.Value.Length);
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName && IsWithinLimits)
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }

    private async Task AddTextAsync(XElement current)
    {
        var text = new StringBuilder();
        int read;
        while ((read = await reader.ReadValueChunkAsync(_chunk, 0, _chunk.Length).ConfigureAwait(false)) > 0)
        {
            Count(read);
            if (_characters <= MostCharacters)
                text.Append(_chunk, 0, read);
        }

        current.Add(text.ToString());
        await reader.ReadAsync().ConfigureAwait(false);
    }
}
