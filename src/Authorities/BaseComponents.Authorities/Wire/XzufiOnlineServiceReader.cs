using BaseComponents.Authorities.Internal;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an <c>onlinedienst</c>.</summary>
internal sealed class XzufiOnlineServiceReader(XzufiParts parts, XzufiCompetenceReader competences)
{
    private const int Most = 1000;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;

    public XzufiOnlineService Read()
    {
        OfficeId? id = null;
        string? assurance = null;
        List<LocalText> titles = [];
        List<ServiceLink> links = [];
        List<string> languages = [];
        List<XzufiCompetence> inner = [];
        List<(DateOnly? From, DateOnly? To)>? intervals = null;
        for (var opened = _cursor.Open(); _cursor.Next(opened) && inner.Count < Most;)
        {
            var name = _cursor.Name;
            if (ReferenceEquals(name, _names.Id))
                parts.Subject = id = parts.Identifier();
            else if (ReferenceEquals(name, _names.Title) && parts.Local() is { } title)
                titles.Add(title);
            else if (ReferenceEquals(name, _names.Link) && XzufiLink.Read(parts) is { } link)
                links.Add(link);
            else if (ReferenceEquals(name, _names.Assurance))
                assurance ??= parts.Code().Value;
            else if (ReferenceEquals(name, _names.LanguageVersion))
                TakeLanguage(languages);
            else if (ReferenceEquals(name, _names.Validity))
                parts.Interval(intervals ??= []);
            else if (ReferenceEquals(name, _names.Competence))
                inner.Add(competences.Read(default) with { IsOfOnlineService = true });
        }

        var service = new OnlineService(id ?? throw new BadObjectException("It has no id."), XzufiParts.German(titles) ?? throw new BadObjectException("It has no name (bezeichnung)."))
        {
            Links = links,
            RequiredAssurance = assurance is null ? null : new RequiredAssurance(assurance),
            Languages = languages,
        };
        return new XzufiOnlineService(service, XzufiParts.ToValidity(intervals), [.. inner.Select(competence => competence with { Unit = service.Id })]);
    }

    private void TakeLanguage(List<string> languages)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Language) && _cursor.PooledText() is { } code && LanguageCode.Normalize(code) is var language && !languages.Contains(language))
                languages.Add(language);
        }
    }
}
