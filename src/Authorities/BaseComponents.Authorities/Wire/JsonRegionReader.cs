using System.Buffers;
using System.Text.Json;
using BaseComponents.Authorities.Internal.Regions;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads a code list of regions in the JSON form of XRepository: <c>{ metadaten, spalten, daten: [[key, name, note], …] }</c>. The file is
/// never held in memory as a whole.
/// </summary>
internal sealed class JsonRegionReader(RegionCatalogueBuilder regions)
{
    private const int LargestToken = 1024 * 1024;
    private readonly RegionTable _table = new(regions);
    private readonly List<string?> _cells = [];
    private string? _section;
    private string? _property;
    private bool _started;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await ReadAsync(stream, buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = 16 });
        var filled = 0;
        bool ended;
        do
        {
            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            ended = read == 0;
            filled += read;
            var consumed = Take(buffer.AsSpan(0, filled), ended, ref state);
            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            filled -= consumed;
            if (filled == buffer.Length)
                buffer = buffer.Length < LargestToken ? [.. buffer, .. new byte[buffer.Length]] : throw new InvalidDataException("A value of the list is too long.");
        }
        while (!ended);
    }

    private int Take(ReadOnlySpan<byte> bytes, bool isFinal, ref JsonReaderState state)
    {
        var skipped = _started || !bytes.StartsWith("\uFEFF"u8) ? 0 : "\uFEFF"u8.Length;
        _started = true;
        var reader = new Utf8JsonReader(bytes[skipped..], isFinal, state);
        while (reader.Read())
            Take(ref reader);
        state = reader.CurrentState;
        return skipped + (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                _section = Text(ref reader);
                break;
            case JsonTokenType.PropertyName:
                _property = Text(ref reader);
                break;
            case JsonTokenType.String when _section == "metadaten" && _property is "version" or "kennung" && reader.CurrentDepth == 2:
                _table.TakeVersion(Text(ref reader));
                break;
            case JsonTokenType.String when _section == "spalten" && _property == "spaltennameTechnisch":
                _table.AddColumn(Text(ref reader));
                break;
            case JsonTokenType.String or JsonTokenType.Null when _section == "daten" && reader.CurrentDepth == 3 && _cells.Count < RegionTable.MostColumns:
                _cells.Add(reader.TokenType == JsonTokenType.Null ? null : Text(ref reader));
                break;
            case JsonTokenType.EndArray when _section == "daten" && reader.CurrentDepth == 2:
                _table.AddRow(_cells);
                _cells.Clear();
                break;
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidDataException("The list holds bytes that are no UTF-8 text.", exception);
        }
    }
}
