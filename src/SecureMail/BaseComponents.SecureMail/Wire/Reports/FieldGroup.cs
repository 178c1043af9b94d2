namespace BaseComponents.SecureMail.Wire.Reports;

/// <summary>Fields that belong together, each once: where a name stands twice, the first one counts.</summary>
internal sealed class FieldGroup
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _fields.Count;

    public string? this[string name] => _fields.GetValueOrDefault(name);

    public void Add(string name, string value) => _fields.TryAdd(name, value);
}
