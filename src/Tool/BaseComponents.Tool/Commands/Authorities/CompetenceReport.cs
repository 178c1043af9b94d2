using System.Globalization;
using System.Text.Json;
using BaseComponents.Authorities;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>An answer with its explanation, in words or for a script.</summary>
internal static class CompetenceReport
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    public static void Print(Competence answer, CultureInfo culture, bool json, IReadOnlyList<ChangedValue> waiting)
    {
        if (json)
        {
            PrintJson(answer, culture, waiting);
            return;
        }

        Console.WriteLine($"{answer.GetType().Name}{(answer is Competence.NotFound missing ? $": {missing.Reason}" : "")}");
        foreach (var office in OfficesOf(answer))
            Console.WriteLine(Columns.Visible($"  {office.Name} ({office.Id}), role {office.Role.Code}, {office.MailAddress ?? "no mail address"}{HeldBack(office)}"));
        foreach (var candidate in answer is Competence.NeedsPlaceChoice choice ? choice.Candidates : [])
            Console.WriteLine(Columns.Visible($"  {candidate.Name} ({candidate.Key})"));
        if (answer.Source.IsLive)
            Console.WriteLine($"  answered live by {answer.Source}");
        Console.WriteLine("Explanation:");
        foreach (var (number, step) in answer.Explanation.Index())
            Console.WriteLine(Columns.Visible($"  {number + 1}. {step.Describe(culture)}"));
        PrintWaiting(waiting);
    }

    private static void PrintWaiting(IReadOnlyList<ChangedValue> waiting)
    {
        if (waiting.Count == 0)
            return;
        Console.WriteLine("Values of the live answer that wait for a person (--confirm lets one through):");
        var table = new ChangeTable([]);
        foreach (var change in waiting)
            table.Add(change);
        table.Print(json: false);
    }

    private static string HeldBack(Office office) => office.HeldBack.Count == 0 ? "" : $" (not the newest, which nobody has confirmed: {string.Join(", ", office.HeldBack)})";

    private static void PrintJson(Competence answer, CultureInfo culture, IReadOnlyList<ChangedValue> waiting) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            outcome = answer.GetType().Name,
            reason = (answer as Competence.NotFound)?.Reason.ToString(),
            offices = OfficesOf(answer).Select(office => new { id = office.Id.ToString(), office.Name, role = office.Role.Code, office.MailAddress, office.HeldBack }),
            candidates = (answer as Competence.NeedsPlaceChoice)?.Candidates.Select(place => new { key = place.Key.ToString(), place.Name }),
            explanation = answer.Explanation.Select(step => new { finding = step.Finding.ToString(), level = step.Level?.ToString(), area = step.Area?.ToString(), step.AreaName, step.Offices, text = step.Describe(culture) }),
            source = answer.Source.Name,
            data = answer.Data,
            waiting = waiting.Select(change => new { office = change.Office.ToString(), change.Field, change.Before, change.After, change.Confirmation }),
        },
        _form));

    private static IReadOnlyList<Office> OfficesOf(Competence answer) => answer switch
    {
        Competence.Found found => [found.Office],
        Competence.Ambiguous several => several.Offices,
        _ => [],
    };
}
