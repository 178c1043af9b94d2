namespace BaseComponents.Eid.Saml.Internal;

/// <summary>A check did not pass. The reason is a fixed word for the log: nothing that stood in the message is repeated.</summary>
internal sealed class SamlRefusedException(string reason) : Exception($"SAML answer refused: {reason}")
{
    public string Reason { get; } = reason;
}
