using System.Globalization;
using System.Text.Json;
using BaseComponents.Authorities.Snapshots;

namespace BaseComponents.Tool.Commands.Authorities;

/// <summary>What a snapshot holds and where it comes from, in words or for a script.</summary>
internal static class SnapshotReport
{
    private static readonly JsonSerializerOptions _form = new(JsonSerializerDefaults.Web);

    public static void Print(SnapshotInfo info, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { info.CreatedAt, info.SignedBy, info.Municipalities, info.Services, info.Offices, info.Competences, info.SkippedObjects, info.Sources, info.Findings }, _form));
            return;
        }

        Console.WriteLine($"Made {Moment(info.CreatedAt)}, {(info.SignedBy is { } key ? $"signed with the key {key}" : "not signed")}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{info.Municipalities} municipalities, {info.Services} services, {info.Offices} units, {info.Competences} competences; {info.SkippedObjects} objects were skipped."));
        var table = new Columns("SOURCE", "MADE", "READ", "BYTES", "OBJECTS", "SHA-256");
        foreach (var source in info.Sources)
            table.Add(source.Location, source.CreatedAt is { } made ? Moment(made) : "", Moment(source.ReadAt), Number(source.Bytes), Number(source.Objects), source.Sha256 ?? "");
        table.Print();
        foreach (var finding in info.Findings.Take(10))
            Console.WriteLine(Columns.Visible($"Skipped: {finding.Source}, {finding.Element} {finding.Id}: {finding.Problem}"));
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
