namespace BaseComponents.Shared.XmlSecurity;

/// <summary>Ends the reading of XML that is not acceptable. The reason is a fixed word for the log, such as <c>signature-digest</c>: nothing that stood in the document is repeated.</summary>
internal sealed class XmlRefusedException(string reason) : Exception($"XML refused: {reason}")
{
    public string Reason { get; } = reason;
}
