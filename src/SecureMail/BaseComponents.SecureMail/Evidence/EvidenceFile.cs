namespace BaseComponents.SecureMail.Evidence;

/// <summary>One file of an export.</summary>
/// <param name="Name">A file name of letters, digits, dots and hyphens.</param>
/// <param name="Content">Its bytes.</param>
public sealed record EvidenceFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The name only.</summary>
    public override string ToString() => $"EvidenceFile {{ Name = {Name} }}";
}
