using System.Globalization;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads one message: its head, and each of its objects.</summary>
internal sealed class XzufiMessageReader
{
    private readonly IXzufiSink _sink;
    private readonly XzufiCursor _cursor;
    private readonly XzufiNameSet _names;
    private readonly XzufiParts _parts;
    private readonly XzufiCompetenceReader _competences;
    private readonly XzufiUnitReader _units;
    private readonly XzufiServiceReader _services;
    private readonly XzufiOnlineServiceReader _onlineServices;
    private readonly Action _takeDetached;
    private readonly Action _takeUnit;
    private readonly Action _takeService;
    private readonly Action _takeOnlineService;
    private readonly Action _delete;
    private readonly Action _takeWritten;
    private MessageStamp _stamp;
    private string _element = "";

    public XzufiMessageReader(IXzufiSink sink, XzufiCursor cursor, XzufiNameSet names)
    {
        (_sink, _cursor, _names) = (sink, cursor, names);
        _parts = new XzufiParts(cursor, names);
        _competences = new XzufiCompetenceReader(_parts);
        _units = new XzufiUnitReader(_parts, _competences, Report);
        _services = new XzufiServiceReader(_parts);
        _onlineServices = new XzufiOnlineServiceReader(_parts, _competences);
        // Made once: there are millions of objects.
        _takeDetached = () => _sink.Write(_competences.ReadDetached());
        _takeUnit = () => _sink.Write(_units.Read());
        _takeService = () => _sink.Write(_services.Read());
        _takeOnlineService = () => _sink.Write(_onlineServices.Read());
        (_delete, _takeWritten) = (Delete, TakeWritten);
    }

    public void Read()
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Write))
                Each(_takeWritten);
            else if (ReferenceEquals(_cursor.Name, _names.Delete))
                Guard(_delete);
            else if (ReferenceEquals(_cursor.Name, _names.Answer))
                Each(TakeAnswered);
            else if (ReferenceEquals(_cursor.Name, _names.Head))
                Each(TakeHead);
            else if (ReferenceEquals(_cursor.Name, _names.Position))
                TakePosition();
        }
    }

    private void Each(Action take)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
            take();
    }

    private void TakeWritten()
    {
        var name = _cursor.Name;
        if (ReferenceEquals(name, _names.Detached))
            Guard(_takeDetached);
        else if (ReferenceEquals(name, _names.Unit))
            Guard(_takeUnit);
        else if (ReferenceEquals(name, _names.Service))
            Guard(_takeService);
        else if (ReferenceEquals(name, _names.OnlineService))
            Guard(_takeOnlineService);
    }

    private void TakeAnswered()
    {
        if (ReferenceEquals(_cursor.Name, _names.ResultUnit))
            Guard(_takeUnit);
        else if (ReferenceEquals(_cursor.Name, _names.ResultService))
            Guard(_takeService);
    }

    // What is wrong with one object must not cost the others.
    private void Guard(Action read)
    {
        (_element, _parts.Subject) = (_cursor.Name!, null);
        var opened = _cursor.Open();
        var outer = _cursor.Begin();
        try
        {
            read();
        }
        catch (BadObjectException exception)
        {
            Report(exception.Message);
            _cursor.Leave(opened);
        }

        _cursor.End(outer);
    }

    private void Delete()
    {
        var kind = _cursor.Attribute("klasse");
        OfficeId? id = null;
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Id))
                id = _parts.Identifier();
        }

        if (kind.Length == 0 || id is null)
            throw new BadObjectException("It names no class or no identifier.");
        _sink.Delete(kind, id.Value);
    }

    private void TakeHead()
    {
        if (ReferenceEquals(_cursor.Name, _names.CreatedAt)
            && DateTimeOffset.TryParse(_cursor.Line(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created))
            Stamp(_stamp with { CreatedAt = created });
    }

    private void TakePosition()
    {
        if (long.TryParse(_cursor.Line(), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            Stamp(_stamp with { Position = position });
    }

    private void Stamp(MessageStamp stamp)
    {
        _stamp = stamp;
        _sink.Stamp(stamp);
    }

    private void Report(string problem) => _sink.Report(_element, _parts.Subject?.ToString() ?? "", problem);
}
