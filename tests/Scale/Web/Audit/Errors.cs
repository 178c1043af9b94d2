using BaseComponents.Tests.Scale.Web.Chaos;

namespace BaseComponents.Tests.Scale.Web.Audit;

/// <summary>
/// Each 5xx that the proxy wrote down, with its cause. What the proxy says in the place of a node (502, 504) is explained by a kill of a node that was asked; what a node says itself (500, 503), and any
/// time-out, only by a dependency that was away at that time.
/// </summary>
internal sealed class Errors
{
    private readonly List<NginxLine> _unexplained = [];
    private readonly Dictionary<string, int> _causes = [];

    private Errors()
    {
    }

    /// <summary>How many there were for each cause.</summary>
    public IReadOnlyDictionary<string, int> Causes => _causes;

    public IReadOnlyList<NginxLine> Unexplained => _unexplained;

    /// <summary>Those that a citizen saw as a fault of the program.</summary>
    public int Faults { get; private set; }

    public static Errors Of(IEnumerable<NginxLine> lines, IReadOnlyList<Trouble> troubles, IReadOnlyCollection<string> nodes)
    {
        var errors = new Errors();
        foreach (var line in lines.Where(line => line.Status >= 500))
            errors.Add(line, troubles.Where(trouble => line.From <= trouble.To && trouble.From <= line.To).Select(trouble => trouble.Cause).ToHashSet(), nodes);
        return errors;
    }

    private void Add(NginxLine line, HashSet<string> away, IReadOnlyCollection<string> nodes)
    {
        if (line.Status == 500)
            Faults++;
        var killed = away.Where(nodes.Contains).ToArray();
        var dependencies = away.Where(cause => !nodes.Contains(cause)).Order().ToArray();
        // The proxy names the group where it believes that no node is there.
        var isOfKill = !line.IsOfNode && killed.Any(node => line.Nodes.Contains(node) || line.Nodes.Contains("service"));
        var cause = isOfKill ? "kill" : dependencies.FirstOrDefault();
        if (cause is null)
            _unexplained.Add(line);
        else
            _causes[cause] = _causes.GetValueOrDefault(cause) + 1;
    }
}
