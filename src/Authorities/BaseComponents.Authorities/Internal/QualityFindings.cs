using BaseComponents.Authorities.Quality;

namespace BaseComponents.Authorities.Internal;

/// <summary>Findings of a report: all are counted, a thousand of each kind are kept.</summary>
internal sealed class QualityFindings
{
    private const int Kept = 1000;
    private readonly SortedDictionary<QualityFindingKind, List<QualityFinding>> _kept = [];
    private readonly Dictionary<QualityFindingKind, int> _counts = [];

    public void Add(QualityFindingKind kind, string message, params string[] subjects)
    {
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (!_kept.TryGetValue(kind, out var findings))
            _kept[kind] = findings = [];
        if (findings.Count < Kept)
            findings.Add(new QualityFinding(kind, subjects, message));
    }

    /// <summary>The same order whatever order the data was read in.</summary>
    public QualityReport ToReport() => new()
    {
        Findings = [.. _kept.Values.SelectMany(findings => findings.OrderBy(finding => string.Join(' ', finding.Subjects), StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal))],
        Counts = _counts,
    };
}
