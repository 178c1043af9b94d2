using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Authorities.Internal.Live;

/// <summary>
/// Holds back values of a live answer that the data in use does not know: where money and citizens' data go to is watched, whoever says it.
/// </summary>
/// <param name="data">The data in use; none where there is none to compare with.</param>
/// <param name="options">Name the snapshot, beside which confirmations lie.</param>
/// <param name="record">Is told what is held back.</param>
internal sealed class LiveValues(Snapshot? data, SnapshotOptions options, LiveRecord record)
{
    private HashSet<string>? _confirmed;

    /// <summary>Whether a value that was not known before was held back.</summary>
    public int NewlyHeld { get; private set; }

    /// <param name="answer">The live answer.</param>
    /// <param name="own">The answer of the data in use, which knows the destination; none where there is none.</param>
    public Competence Apply(Competence answer, Competence? own) => answer switch
    {
        Competence.Found found => found with { Office = Apply(found.Office, own) },
        Competence.Ambiguous several => several with { Offices = [.. several.Offices.Select(office => Apply(office, own))] },
        _ => answer,
    };

    private Office Apply(Office live, Competence? own)
    {
        if (data is null || data.OfficeCount == 0)
            return live;
        if (KnownUnits.Of(data).Find(live) is >= 0 and var unit)
            return Compare(unit, live with { Id = data.OfficeAt(unit).Id }, own);
        return options.TrustNewOffices ? live : Compare(-1, live, own);
    }

    private Office Compare(int unit, Office live, Competence? own)
    {
        var trusted = unit < 0 ? new Office(live.Id, live.Name) : data!.OfficeAt(unit);
        var (office, held) = (live, trusted.HeldBack.ToHashSet());
        foreach (var field in WatchedField.All)
        {
            var change = new ValueChange(unit, live, field.Name, field.Of(trusted), field.Of(live), unit < 0);
            if (change.Before == change.After || !LiveAtoms.SaysMore(field, trusted, live))
                record.Release(live.Id, field.Name);
            else if (IsConfirmed(change))
            {
                record.Release(live.Id, field.Name);
                held.Remove(field.Name);
                continue;
            }
            else
                held.Add(Hold(change));
            office = change.Before == change.After ? office : field.With(office, change.Before);
        }

        return office with { HeldBack = [.. held.Order(StringComparer.Ordinal)], Destination = DestinationOf(own, office) };
    }

    private string Hold(ValueChange change)
    {
        if (record.Hold(new ChangedValue(change.Office.Id, change.Office.Name, change.Field, change.Before, change.After, change.Confirmation) { IsNewOffice = change.IsNewOffice }))
            NewlyHeld++;
        return change.Field;
    }

    private bool IsConfirmed(ValueChange change)
    {
        _confirmed ??= Confirmed();
        return _confirmed.Contains(change.Confirmation);
    }

    // Without a readable list of confirmations nothing is confirmed.
    private HashSet<string> Confirmed()
    {
        try
        {
            return options.Path is { } path ? ConfirmationFile.Read(path) : [];
        }
        catch (AuthoritiesException failure)
        {
            record.Report(failure);
            return [];
        }
    }

    private static Guid? DestinationOf(Competence? own, Office office) => own switch
    {
        Competence.Found found when found.Office.Id == office.Id => found.Office.Destination,
        Competence.Ambiguous several => several.Offices.FirstOrDefault(other => other.Id == office.Id)?.Destination,
        _ => null,
    };
}
