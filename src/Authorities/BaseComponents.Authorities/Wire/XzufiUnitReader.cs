using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an <c>organisationseinheit</c>.</summary>
internal sealed class XzufiUnitReader(XzufiParts parts, XzufiCompetenceReader competences, Action<string> report)
{
    private const int MostCompetences = 200_000;
    private const int MostParts = 200;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;
    private readonly XzufiAddressReader _addresses = new(parts);
    private readonly XzufiChannelReader _channels = new(parts, report);
    private readonly XzufiAccountReader _accounts = new(parts, report);

    public XzufiUnit Read()
    {
        var draft = new UnitDraft();
        Fill(draft);
        return draft.Finish();
    }

    private void Fill(UnitDraft draft)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            var name = _cursor.Name;
            if (ReferenceEquals(name, _names.Competence))
                TakeCompetence(draft);
            else if (ReferenceEquals(name, _names.Id))
                parts.Subject = draft.Id = parts.Identifier();
            else if (ReferenceEquals(name, _names.Name))
                TakeNames(draft);
            else if (ReferenceEquals(name, _names.Validity))
                parts.Interval(draft.Intervals ??= []);
            else if (ReferenceEquals(name, _names.Unit))
                Fill(draft);
            else
                TakePart(draft, name);
        }
    }

    private void TakePart(UnitDraft draft, string? name)
    {
        if (draft.Parts == MostParts)
            return;
        draft.Parts++;
        if (ReferenceEquals(name, _names.Address))
            draft.Addresses.Add(_addresses.Read());
        else if (ReferenceEquals(name, _names.Communication))
            _channels.ReadCommunication(draft);
        else if (ReferenceEquals(name, _names.CommunicationSystem))
            _channels.ReadSystem(draft);
        else if (ReferenceEquals(name, _names.BankAccount))
            draft.Accounts.Add(_accounts.Read());
        else if (ReferenceEquals(name, _names.PaymentMeans))
            TakePaymentMeans(draft);
        else if (ReferenceEquals(name, _names.OpeningHours))
            parts.LocalHtml(draft.OpeningHours);
        else if (name is not null && ReferenceEquals(name, _names.Accessibility))
            parts.LocalHtml(draft.Accessibility);
        else
            draft.Parts--;
    }

    private void TakeNames(UnitDraft draft)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Name) && parts.Local() is { } text && draft.Names.Count < MostParts)
                draft.Names.Add(text);
        }
    }

    private void TakePaymentMeans(UnitDraft draft)
    {
        var code = parts.Code();
        if (code.Value is { } value)
            draft.PaymentMeans.Add(new PaymentMeans(value, code.Name));
    }

    private void TakeCompetence(UnitDraft draft)
    {
        if (draft.Competences.Count == MostCompetences)
            throw new BadObjectException("It is too deep or too large.");
        var subject = parts.Subject;
        var opened = _cursor.Open();
        var outer = _cursor.Begin();
        try
        {
            draft.Competences.Add(competences.Read(draft.Id ?? default));
        }
        catch (BadObjectException exception)
        {
            _cursor.Leave(opened);
            parts.Subject = subject;
            report($"One of its competences is skipped: {exception.Message}");
        }

        parts.Subject = subject;
        _cursor.End(outer);
    }
}
