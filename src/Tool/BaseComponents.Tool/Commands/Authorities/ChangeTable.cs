using System.Text.Json;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>Changed values, for the person who confirms them: the old and the new one stand beside each other.</summary>
internal sealed class ChangeTable(IReadOnlyCollection<string> confirmed)
{
    /// <summary>How much of a confirmation is shown, and is enough to name it.</summary>
    public const int Shown = 16;

    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);
    private readonly List<ChangedValue> _changes = [];

    /// <summary>Whether one of them waits for somebody.</summary>
    public bool NeedsPerson => _changes.Any(change => !confirmed.Contains(change.Confirmation));

    public void Add(ChangedValue change) => _changes.Add(change);

    public void Print(bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(_changes.Select(change => new { office = change.Office.ToString(), change.OfficeName, change.IsNewOffice, change.Field, change.Before, change.After, change.Confirmation, isConfirmed = confirmed.Contains(change.Confirmation) }), _form));
        else if (_changes.Count == 0)
            Console.WriteLine("No account, address or destination changed.");
        else
            PrintTable();
    }

    private void PrintTable()
    {
        var table = new Columns("CHANGE", "UNIT", "NAME", "FIELD", "BEFORE", "AFTER", "STATE");
        foreach (var change in _changes)
        {
            var state = (confirmed.Contains(change.Confirmation), change.IsNewOffice) switch
            {
                (true, _) => "confirmed",
                (_, true) => "new unit",
                _ => "not confirmed",
            };
            table.Add(change.Confirmation[..Shown], change.Office.ToString(), change.OfficeName, change.Field, change.Before ?? "-", change.After ?? "-", state);
        }

        table.Print();
    }
}
