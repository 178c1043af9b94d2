namespace BaseComponents.Authorities.Internal;

/// <summary>What was skipped. All of it is counted, the first hundred are kept: a broken delivery must not fill the memory.</summary>
internal sealed class FindingLog
{
    private const int Kept = 100;
    private readonly List<DeliveryFinding> _findings = [];

    /// <summary>The file or address being read.</summary>
    public string Source { get; set; } = "";

    public int Count { get; private set; }

    public IReadOnlyList<DeliveryFinding> First => _findings;

    public void Add(string element, string id, string problem)
    {
        Count++;
        if (_findings.Count < Kept)
            _findings.Add(new DeliveryFinding(Source, element, id, problem));
    }
}
