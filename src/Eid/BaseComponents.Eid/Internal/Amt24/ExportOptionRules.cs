using System.Text.RegularExpressions;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>What options have to be before an export is read by them.</summary>
internal static partial class ExportOptionRules
{
    private const int Mebi = 1024 * 1024;

    public static string? Problem(Amt24ExportOptions options) =>
        FieldsProblem(options) ?? AccountProblem(options) ?? LimitProblem(options);

    private static string? FieldsProblem(Amt24ExportOptions options)
    {
        if (options.Fields.Count == 0)
            return "Fields is empty: name the group and field of each piece of data";
        if (options.Fields.Keys.FirstOrDefault(name => !Enum.GetNames<ExportDatum>().Contains(name, StringComparer.Ordinal)) is { } unknown)
            return $"Fields names '{unknown}', which is none of {string.Join(", ", Enum.GetNames<ExportDatum>())}";
        if (options.Fields.FirstOrDefault(pair => !IsName(pair.Value?.Group) || !IsName(pair.Value?.Field)) is { Key: { } wrong })
            return $"Fields:{wrong} needs Group and Field as the form has them: letters, digits, '_', '.', '-', not beginning with a digit or with instance_, and no number between two '_'";
        if (options.Fields.Values.GroupBy(field => (field.Group, field.Field)).FirstOrDefault(static same => same.Skip(1).Any()) is { } twice)
            return $"the field {twice.Key.Field} of the group {twice.Key.Group} stands twice in Fields";
        if (!Enum.IsDefined(options.Level) || options.Fields.Values.Any(field => !Enum.IsDefined(field.Level)))
            return "a Level is not a known one";
        return options.Fields.FirstOrDefault(pair => pair.Value.Level > options.Level) is { Key: { } above } ? $"Fields:{above}:Level is above Level, at which the process lets users log in" : null;
    }

    private static string? AccountProblem(Amt24ExportOptions options)
    {
        if (options.Account is { } kind && !Enum.IsDefined(kind))
            return "Account is not a known kind";
        if (options.Account is EidIdentityKind.Person && options.Fields.Keys.Any(static name => ExportData.IsOfOrganisation(Enum.Parse<ExportDatum>(name))))
            return "Account is Person, and Fields names data of a company";
        return options.FormIds.Any(string.IsNullOrWhiteSpace) ? "FormIds holds an empty one" : null;
    }

    private static string? LimitProblem(Amt24ExportOptions options) =>
        OutOfRange(options.ApplicantInstance, 0, ExportDraft.HighestInstance, nameof(options.ApplicantInstance))
        ?? OutOfRange(options.MaxBytes, 1024, 256 * Mebi, nameof(options.MaxBytes))
        ?? OutOfRange(options.MaxPdfBytes, 0, 128 * Mebi, nameof(options.MaxPdfBytes))
        ?? OutOfRange(options.MaxFields, 1, 100_000, nameof(options.MaxFields));

    private static string? OutOfRange(int value, int from, int to, string name) => value >= from && value <= to ? null : $"{name} must be between {from} and {to}";

    // Otherwise a key of JSON, GROUP_N_FIELD, could be taken apart in two ways.
    private static bool IsName(string? name) => name is { Length: <= ExportDraft.LongestName } && Name.IsMatch(name) && !NumberInside.IsMatch(name) && !name.StartsWith(ExportDraft.InstancePrefix, StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }

    [GeneratedRegex("_[0-9]+_", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInside { get; }
}
