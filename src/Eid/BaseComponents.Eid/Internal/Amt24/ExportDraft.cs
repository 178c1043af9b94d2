using System.Globalization;
using System.Text;
using BaseComponents.Eid.Amt24;

namespace BaseComponents.Eid.Internal.Amt24;

/// <summary>What has been read of an export so far, in whatever format.</summary>
internal sealed class ExportDraft(ExportRules rules)
{
    public const string InstancePrefix = "instance_";
    public const int HighestInstance = 999;
    public const int LongestName = 200;
    private const int LongestText = 2000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Dictionary<ExportDatum, string>> _persons = [];
    private int _fields;

    public ExportMetadata Metadata { get; } = new(rules);

    public bool WasMended { get; init; }

    public static int Instance(ReadOnlySpan<char> digits) =>
        digits.Length is 1 or 2 or 3 && (digits.Length == 1 || digits[0] != '0') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ExportRefusedException("instance-number");

    public void CountField()
    {
        if (++_fields > rules.MaxFields)
            throw new ExportRefusedException("too-many-fields");
    }

    /// <summary>Every field once: nobody can say which of two counts.</summary>
    public void RequireNew(string key)
    {
        if (!_seen.Add(key))
            throw new ExportRefusedException("field-twice");
    }

    public ExportDatum? Find(string group, string field) => rules.Data.TryGetValue((group, field), out var datum) ? datum : null;

    public void Set(int instance, ExportDatum datum, string? text)
    {
        if (Clean(text) is { Length: > 0 } value && !Of(instance).TryAdd(datum, value))
            throw new ExportRefusedException("field-twice");
    }

    public Amt24Export ToExport()
    {
        Metadata.RequireForm();
        var applicant = ExportIdentity.Of(_persons.GetValueOrDefault(rules.ApplicantInstance) ?? [], rules, Metadata.Mailbox);
        var others = _persons.Where(pair => pair.Key != rules.ApplicantInstance).ToDictionary(pair => pair.Key, pair => ExportIdentity.OfOther(pair.Value, rules));
        return new Amt24Export(applicant, others.AsReadOnly())
        {
            FormId = Metadata.FormId,
            CreatedAt = Metadata.CreatedAt,
            ApplicantFormPdf = Metadata.Pdf,
            WasMended = WasMended,
        };
    }

    /// <summary>A text as it may be used: without blanks around it, not too long, without characters that steer.</summary>
    public static string? Clean(string? text)
    {
        var value = text?.Trim();
        if (value is { Length: > LongestText })
            throw new ExportRefusedException("field-too-long");
        if (value?.EnumerateRunes().Any(static rune => Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')) is true)
            throw new ExportRefusedException("field-control-character");
        return value;
    }

    private Dictionary<ExportDatum, string> Of(int instance)
    {
        if (!_persons.TryGetValue(instance, out var person))
            _persons.Add(instance, person = []);
        return person;
    }
}
