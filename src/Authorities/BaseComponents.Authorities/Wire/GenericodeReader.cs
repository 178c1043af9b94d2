using System.Text;
using System.Xml;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads a code list of regions in OASIS Genericode 1.0, as XRepository publishes it. One row is in memory at a time; element names count without
/// their namespace. A value without a column belongs to the one behind the last.
/// </summary>
internal sealed class GenericodeReader(RegionTable table, long longest)
{
    private const int DeepestLevel = 16;
    private const int LongestText = 4096;
    private readonly List<string> _ids = [];
    private readonly string?[] _cells = new string?[RegionTable.MostColumns];
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[1024];
    private string _within = "";
    private int _column = -1;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(stream, Settings());
        await XmlRoot.MoveToAsync(reader).ConfigureAwait(false);
        if (reader.LocalName != "CodeList")
            throw new InvalidDataException("The root element is not CodeList of Genericode.");
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Depth > DeepestLevel)
                throw new InvalidDataException($"The list has more than {DeepestLevel} levels.");
            await TakeAsync(reader).ConfigureAwait(false);
        }
    }

    private XmlReaderSettings Settings() => new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private async Task TakeAsync(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Open(reader);
                if (reader.IsEmptyElement)
                    Close(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                await AddTextAsync(reader).ConfigureAwait(false);
                break;
            case XmlNodeType.EndElement:
                Close(reader.LocalName);
                break;
        }
    }

    private void Open(XmlReader reader)
    {
        _text.Clear();
        switch (reader.LocalName)
        {
            case "Identification" or "ColumnSet" or "SimpleCodeList":
                _within = reader.LocalName;
                break;
            case "Column" when _within == "ColumnSet" && _ids.Count < RegionTable.MostColumns:
                _ids.Add(reader.GetAttribute("Id") ?? "");
                break;
            case "Row":
                Array.Clear(_cells);
                _column = -1;
                break;
            case "Value":
                _column = reader.GetAttribute("ColumnRef") is { } id ? _ids.IndexOf(id) : _column + 1;
                break;
        }
    }

    private void Close(string element)
    {
        switch (element)
        {
            case "Version" or "CanonicalVersionUri" when _within == "Identification":
                table.TakeVersion(_text.ToString().Trim());
                break;
            // The column's own name; a list may call the id otherwise.
            case "ShortName" when _within == "ColumnSet" && table.ColumnCount < _ids.Count:
                table.AddColumn(_text.ToString().Trim());
                break;
            case "Column" when table.ColumnCount < _ids.Count:
                table.AddColumn(_ids[^1]);
                break;
            case "SimpleValue" when _column >= 0 && _column < _cells.Length:
                _cells[_column] = _text.ToString();
                break;
            case "Row" when _within == "SimpleCodeList":
                table.AddRow(_cells);
                break;
        }

        _text.Clear();
    }

    // What is too long is cut: a name is cut to less anyway, and a key of that length is none.
    private async Task AddTextAsync(XmlReader reader)
    {
        int read;
        while ((read = await reader.ReadValueChunkAsync(_chunk, 0, _chunk.Length).ConfigureAwait(false)) > 0)
            _text.Append(_chunk, 0, Math.Min(read, LongestText - _text.Length));
    }
}
