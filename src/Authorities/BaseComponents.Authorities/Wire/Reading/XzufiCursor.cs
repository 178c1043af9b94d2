using System.Xml;

namespace BaseComponents.Authorities.Wire.Reading;

/// <summary>
/// Goes forward through the elements of a delivery, without a tree. A reader of an element takes the children it knows; whatever it does
/// not take is passed over with the next step. An object beyond the limits ends in <see cref="BadObjectException"/>; the one who began it
/// goes on behind it.
/// </summary>
internal sealed class XzufiCursor(XmlReader xml, ReadAheadStream source, CancellationToken cancellationToken)
{
    private const int DeepestLevel = 40;
    private const int DeepestDocument = 2_000;
    private const int MostElements = 50_000;
    private const int MostBytes = 2 * 1024 * 1024;
    private const int ShortText = 4096;
    private const int LongestText = 100_000;
    private const int CheckEvery = 0x3FFF;
    private readonly char[] _clean = new char[WireText.Longest];
    private char[] _text = new char[4096];
    private int _length;
    private string? _namespace;
    private long _steps;
    private long _elements;
    private ObjectLimits _object = ObjectLimits.None;

    /// <summary>The name of the element it stands on, the same instance as in <see cref="XzufiNameSet"/>; null if it is of a foreign vocabulary.</summary>
    public string? Name { get; private set; }

    public TextPool Pool { get; } = new();

    /// <summary>The namespace that counts; names without one do so too.</summary>
    public void SetNamespace(string atomized) => _namespace = atomized;

    /// <summary>Begins to look at the children of the element; gives what <see cref="Next"/> wants to know.</summary>
    public int Open() => xml.IsEmptyElement ? -1 : xml.Depth;

    /// <summary>Goes to the next child of the element that was opened; false behind the last.</summary>
    public bool Next(int opened)
    {
        while (opened >= 0)
        {
            Step();
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == opened)
                return false;
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != opened + 1)
                continue;
            NameIt();
            return true;
        }

        return false;
    }

    /// <summary>The text that was last read, as it stood there; until the next step.</summary>
    public ReadOnlySpan<char> LastRaw => _text.AsSpan(0, _length);

    /// <summary>
    /// Looks into the element that was opened: with children it stands on the first of them afterwards; without it stands at the end, and
    /// the text in one clean line is given.
    /// </summary>
    public bool HasChildren(out string? text)
    {
        var opened = xml.Depth;
        _length = 0;
        for (text = null; ;)
        {
            Step();
            if (xml.NodeType == XmlNodeType.Element)
            {
                NameIt();
                return true;
            }

            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == opened)
                break;
            if (IsText)
                Take(LongestText);
        }

        var line = WireText.Clean(LastRaw, _clean);
        text = line.IsEmpty ? null : Pool.Get(line);
        return false;
    }

    /// <summary>Counts from here on what belongs to one object. Give the result back to <see cref="End"/>.</summary>
    public ObjectLimits Begin()
    {
        var outer = _object;
        _object = new ObjectLimits(_elements, source.Consumed);
        return outer;
    }

    public void End(ObjectLimits outer) => _object = outer.Shifted(_elements - _object.Elements, source.Consumed - _object.Bytes);

    /// <summary>Goes to the end of an element whose children were being read when something was wrong with them.</summary>
    public void Leave(int opened)
    {
        _object = ObjectLimits.None;
        while (opened >= 0 && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == opened))
            Step();
    }

    public string Attribute(string name) => xml.AttributeCount == 0 || xml.GetAttribute(name) is not { } value ? "" : Pooled(value);

    /// <summary>The attributes that an identifier has beside its text; empty where they are missing.</summary>
    public (string Agency, string Scheme) Scheme(string agencyName, string schemeName)
    {
        var (agency, scheme) = ("", "");
        while (xml.MoveToNextAttribute())
        {
            if (ReferenceEquals(xml.LocalName, agencyName))
                agency = Pooled(xml.Value);
            else if (ReferenceEquals(xml.LocalName, schemeName))
                scheme = Pooled(xml.Value);
        }

        xml.MoveToElement();
        return (agency, scheme);
    }

    public string? Attribute(string name, string uri) => xml.AttributeCount == 0 ? null : xml.GetAttribute(name, uri);

    /// <summary>The text of the element in one clean line; null if it has none.</summary>
    public string? Text()
    {
        var text = Line();
        return text.IsEmpty ? null : new string(text);
    }

    /// <summary>As <see cref="Text"/>, for texts that repeat.</summary>
    public string? PooledText()
    {
        var text = Raw(ShortText);
        return text.IsEmpty || Pooled(text) is not { Length: > 0 } pooled ? null : pooled;
    }

    /// <summary>The text of the element in one clean line, until the next step.</summary>
    public ReadOnlySpan<char> Line() => WireText.Clean(Raw(ShortText), _clean);

    /// <summary>The text of the element as it stands there, until the next step; what is longer is cut.</summary>
    public ReadOnlySpan<char> Raw(int most)
    {
        _length = 0;
        for (var opened = Open(); opened >= 0;)
        {
            Step();
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == opened)
                break;
            if (IsText && xml.Depth == opened + 1)
                Take(most);
        }

        return LastRaw;
    }

    // What is kept was cleaned before.
    private string Pooled(ReadOnlySpan<char> text) => Pool.Find(text) ?? Pool.Get(WireText.Clean(text, _clean));

    private bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace;

    private void NameIt() => Name = ReferenceEquals(xml.NamespaceURI, _namespace) || xml.NamespaceURI.Length == 0 ? xml.LocalName : null;

    private void Take(int most)
    {
        while (_length < most)
        {
            if (_length == _text.Length)
                Array.Resize(ref _text, _text.Length * 2);
            var asked = Math.Min(_text.Length, most) - _length;
            var read = xml.ReadValueChunk(_text, _length, asked);
            _length += read;
            // One less may be half of a character that did not fit.
            if (read < asked - 1 || read == 0)
                break;
        }
    }

    private void Step()
    {
        if (!xml.Read())
            throw new InvalidDataException("The file ends before its root element does.");
        if ((++_steps & CheckEvery) == 0)
            cancellationToken.ThrowIfCancellationRequested();
        if (xml.NodeType == XmlNodeType.Element)
            _elements++;
        if (xml.Depth > DeepestLevel)
            CheckDepth();
        if (_elements - _object.Elements > MostElements || source.Consumed - _object.Bytes > MostBytes)
            CheckSize();
    }

    private void CheckDepth()
    {
        if (xml.Depth > DeepestDocument)
            throw new InvalidDataException($"Its elements are nested more than {DeepestDocument} deep.");
        if (_object.IsCounting)
            throw new BadObjectException("It is too deep or too large.");
    }

    private void CheckSize()
    {
        if (_object.IsCounting)
            throw new BadObjectException("It is too deep or too large.");
    }
}
