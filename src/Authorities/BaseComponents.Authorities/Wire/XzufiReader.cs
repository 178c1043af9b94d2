using System.Xml;
using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads a delivery of XZuFi 2.1, 2.2 or 2.3.1 in one pass: the transfer style with <c>schreibe</c> and <c>loesche</c> below any root, and the
/// answer style of 2.1. Nothing but the object being read is in memory; an object that cannot be used is reported and skipped.
/// </summary>
internal sealed class XzufiReader(IXzufiSink sink, XzufiNames names, long longest)
{
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var source = new ReadAheadStream(stream, stream is FileStream or MemoryStream or LimitedStream { IsLocal: true } or HashingStream { IsLocal: true }, stopping.Token);
        var filling = source.FillAsync();
        try
        {
            // The platform's reader is twice as fast where it need not wait asynchronously: it has a thread of its own meanwhile.
            await Task.Factory.StartNew(() => Read(source, stopping.Token), stopping.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await filling.ConfigureAwait(false);
        }
    }

    private void Read(ReadAheadStream source, CancellationToken cancellationToken)
    {
        var table = new BoundedNameTable();
        using var xml = XmlReader.Create(source, Settings(table));
        XmlRoot.MoveTo(xml);
        var cursor = new XzufiCursor(xml, source, cancellationToken);
        cursor.SetNamespace(table.Add(CheckedNamespace(xml)));
        new XzufiMessageReader(sink, cursor, new XzufiNameSet(table, names)).Read();
        source.Drain();
    }

    private XmlReaderSettings Settings(XmlNameTable table) => new()
    {
        NameTable = table,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = longest,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private string CheckedNamespace(XmlReader xml)
    {
        var (version, known) = names.Namespaces.FirstOrDefault(pair => pair.Value == xml.NamespaceURI);
        if (known is null)
            throw new InvalidDataException($"The root is not of XZuFi {string.Join(", ", names.Namespaces.Keys.Order(StringComparer.Ordinal))}.");
        // A version may be said shorter or longer than here: 2.2 and 2.2.0 are one.
        if (xml.GetAttribute("xzufiVersion") is { } said && !IsOf(said, version) && !IsOf(version, said))
            throw new InvalidDataException($"The delivery says it is of another version than its namespace, XZuFi {version}.");
        return known;
    }

    private static bool IsOf(string version, string shorter) => version == shorter || version.StartsWith(shorter + ".", StringComparison.Ordinal);
}
