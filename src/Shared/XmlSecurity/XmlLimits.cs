namespace BaseComponents.Shared.XmlSecurity;

/// <summary>How much XML is read before it is refused.</summary>
internal sealed record XmlLimits
{
    /// <summary>Bytes of the whole document.</summary>
    public int Bytes { get; init; } = 256 * 1024;

    public int Depth { get; init; } = 32;

    public int Elements { get; init; } = 2000;

    /// <summary>Attributes of one element, namespace declarations included.</summary>
    public int AttributesPerElement { get; init; } = 32;
}
