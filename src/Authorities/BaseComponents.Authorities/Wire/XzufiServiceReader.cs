using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads a <c>leistung</c>.</summary>
internal sealed class XzufiServiceReader(XzufiParts parts)
{
    private const int MostTerms = 50;
    private const int MostKeys = 100;
    private const int MostTexts = 400;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;
    private readonly XzufiFeeReader _fees = new(parts);

    public XzufiService Read()
    {
        var draft = new ServiceDraft();
        Fill(draft);
        return draft.Finish();
    }

    private void Fill(ServiceDraft draft)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            var name = _cursor.Name;
            if (ReferenceEquals(name, _names.TextModule))
                TakeTexts(draft);
            else if (ReferenceEquals(name, _names.LeikaReference) || ReferenceEquals(name, _names.CatalogueKey))
                TakeKey(draft);
            else if (ReferenceEquals(name, _names.Id))
                parts.Subject = draft.Id = parts.Identifier();
            else if (ReferenceEquals(name, _names.Terms))
                TakeTerms(draft);
            else if (ReferenceEquals(name, _names.Validity))
                parts.Interval(draft.Intervals ??= []);
            else if (ReferenceEquals(name, _names.Costs))
                _fees.Read(draft.Fees);
            else if (ReferenceEquals(name, _names.Assurance))
                draft.Assurance ??= parts.Code().Value;
            else if (ReferenceEquals(name, _names.Typing))
                TakeType(draft);
            else if (ReferenceEquals(name, _names.Service))
                Fill(draft);
        }
    }

    private void TakeKey(ServiceDraft draft)
    {
        if (LeikaKey.TryParse(parts.Code().Value, out var key) && draft.Keys.Count < MostKeys && !draft.Keys.Contains(key))
            draft.Keys.Add(key);
    }

    private void TakeType(ServiceDraft draft)
    {
        if (parts.Code().Value is { } type && draft.Types.Count < MostTerms)
            draft.Types.Add(type);
    }

    // The module's code may follow its texts.
    private void TakeTexts(ServiceDraft draft)
    {
        string? code = null;
        List<LocalText> texts = [];
        List<ServiceLink> links = [];
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.LeikaTextModule))
                code = parts.Code().Code;
            else if (ReferenceEquals(_cursor.Name, _names.Content) && parts.LocalHtml() is { } text)
                texts.Add(text);
            else if (ReferenceEquals(_cursor.Name, _names.FurtherLink) && XzufiLink.Read(parts) is { } link)
                links.Add(link);
        }

        if (code is not null && draft.Texts.Count < MostTexts)
            draft.Add(new TextModule(code), texts, links);
    }

    private void TakeTerms(ServiceDraft draft)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.TermInContext))
                TakeTerm(draft);
        }
    }

    private void TakeTerm(ServiceDraft draft)
    {
        List<LocalText> terms = [];
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Term) && parts.Local() is { } term)
                terms.Add(term);
        }

        if (XzufiParts.German(terms) is { } synonym && draft.Synonyms.Count < MostTerms && !draft.Synonyms.Contains(synonym))
            draft.Synonyms.Add(synonym);
    }
}
