using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads a delivery in the transfer style of XZuFi 2.2: any root of its namespace, with <c>schreibe</c> and <c>loesche</c> below it. One
/// object at a time is in memory; an object that cannot be used is reported and skipped.
/// </summary>
internal sealed class XzufiReader(IXzufiSink sink, XzufiNames names, long longest)
{
    private readonly XzufiCompetenceParser _competences = new(names);
    private MessageStamp _stamp;

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(stream, Settings());
        await reader.MoveToContentAsync().ConfigureAwait(false);
        CheckRoot(reader);
        var objects = new BoundedElement(reader);
        var isEmpty = reader.IsEmptyElement;
        await reader.ReadAsync().ConfigureAwait(false);
        while (!isEmpty && reader.NodeType != XmlNodeType.EndElement)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TakeAsync(reader, objects, cancellationToken).ConfigureAwait(false);
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

    private static void CheckRoot(XmlReader reader)
    {
        if (reader.NamespaceURI != XzufiXml.Namespace)
            throw new InvalidDataException($"The root is not of XZuFi 2.2 ({XzufiXml.Namespace}).");
        if (reader.GetAttribute("xzufiVersion") is { } version && version is not ("2.2" or "2.2.0"))
            throw new InvalidDataException("The delivery says it is of another version than XZuFi 2.2.");
    }

    private async Task TakeAsync(XmlReader reader, BoundedElement objects, CancellationToken cancellationToken)
    {
        if (reader.NodeType != XmlNodeType.Element)
            await ReadOnAsync(reader).ConfigureAwait(false);
        else if (reader.LocalName == "schreibe" && !reader.IsEmptyElement)
            await TakeWritesAsync(reader, objects, cancellationToken).ConfigureAwait(false);
        else if (reader.LocalName == "loesche")
            Delete(await objects.ReadAsync(cancellationToken).ConfigureAwait(false));
        else if (reader.LocalName is "nachrichtenkopf" or "transaktionPosition")
            Stamp(await objects.ReadAsync(cancellationToken).ConfigureAwait(false));
        else
            await reader.SkipAsync().ConfigureAwait(false);
    }

    private void Stamp(XElement? element)
    {
        if (DateTimeOffset.TryParse(element?.Child("erstelltDatumZeit").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created))
            _stamp = _stamp with { CreatedAt = created };
        else if (long.TryParse(element.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            _stamp = _stamp with { Position = position };
        sink.Stamp(_stamp);
    }

    private async Task TakeWritesAsync(XmlReader reader, BoundedElement objects, CancellationToken cancellationToken)
    {
        await reader.ReadAsync().ConfigureAwait(false);
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            var name = reader.LocalName;
            if (reader.NodeType != XmlNodeType.Element)
                await ReadOnAsync(reader).ConfigureAwait(false);
            else if (await objects.ReadAsync(cancellationToken).ConfigureAwait(false) is { } element)
                Write(element);
            else
                sink.Report(WireText.Clean(name), "", "It is too deep or too large.");
        }

        await reader.ReadAsync().ConfigureAwait(false);
    }

    private static async Task ReadOnAsync(XmlReader reader)
    {
        if (!await reader.ReadAsync().ConfigureAwait(false))
            throw new InvalidDataException("The file ends before its root element does.");
    }

    private void Write(XElement element)
    {
        void Report(string problem) => sink.Report(element.Name.LocalName, IdOf(element), problem);
        try
        {
            switch (element.Name.LocalName)
            {
                case "leistung":
                    sink.Write(XzufiServiceParser.Parse(element));
                    break;
                case "organisationseinheit":
                    sink.Write(new XzufiUnitParser(names, _competences).Parse(element, Report));
                    break;
                case "zustaendigkeitTransferObjekt" when _competences.ParseDetached(element) is { } competence:
                    sink.Write(competence);
                    break;
            }
        }
        catch (BadObjectException exception)
        {
            Report(exception.Message);
        }
    }

    private void Delete(XElement? element)
    {
        if (element?.Child("id") is { } id && element.Attribute("klasse")?.Value is { } kind)
            sink.Delete(kind, XzufiXml.ToIdentifier(id));
        else
            sink.Report("loesche", "", "It names no class or no identifier.");
    }

    private static string IdOf(XElement element) =>
        (element.Child("id") ?? element.Child("zustaendigkeit")?.Child("id")) is { } id ? XzufiXml.ToIdentifier(id).ToString() : "";
}
