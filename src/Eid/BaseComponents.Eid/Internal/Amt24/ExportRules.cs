using System.Collections.Frozen;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>The options, checked and as they were when the reader was made.</summary>
internal sealed record ExportRules
{
    public required FrozenDictionary<(string Group, string Field), ExportDatum> Data { get; init; }

    public required FrozenDictionary<EidAttribute, AssuranceLevel> Trust { get; init; }

    public required FrozenSet<string> FormIds { get; init; }

    public AssuranceLevel Level { get; init; }

    public EidIdentityKind? Account { get; init; }

    public int ApplicantInstance { get; init; }

    public int MaxBytes { get; init; }

    public int MaxPdfBytes { get; init; }

    public int MaxFields { get; init; }

    /// <exception cref="EidException"><c>eid.amt24-configuration</c></exception>
    public static ExportRules Of(Amt24ExportOptions options)
    {
        if (ExportOptionRules.Problem(options) is { } problem)
            throw ExportFaults.Configuration(problem);
        var fields = options.Fields.Select(pair => (Datum: Enum.Parse<ExportDatum>(pair.Key), pair.Value)).ToArray();
        return new ExportRules
        {
            Data = fields.ToFrozenDictionary(pair => (pair.Value.Group, pair.Value.Field), pair => pair.Datum),
            // What is made of several fields is worth what the least of them is.
            Trust = fields.GroupBy(pair => ExportData.AttributeOf(pair.Datum)).ToFrozenDictionary(same => same.Key, same => same.Min(pair => pair.Value.Level)),
            FormIds = options.FormIds.ToFrozenSet(StringComparer.Ordinal),
            Level = options.Level,
            Account = options.Account,
            ApplicantInstance = options.ApplicantInstance,
            MaxBytes = options.MaxBytes,
            MaxPdfBytes = options.MaxPdfBytes,
            MaxFields = options.MaxFields,
        };
    }
}
