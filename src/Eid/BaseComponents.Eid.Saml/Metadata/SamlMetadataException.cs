namespace BaseComponents.Eid.Saml.Metadata;

/// <summary>Metadata of an identity provider cannot be used. The message says why and what to do.</summary>
public sealed class SamlMetadataException : Exception
{
    /// <summary>A problem with its reason.</summary>
    /// <param name="reason">A fixed word, explained in docs/errors.md#eid.saml-metadata.</param>
    /// <param name="message">What happened, and the next step.</param>
    public SamlMetadataException(string reason, string message)
        : base($"{message} ({reason}) See docs/errors.md#eid.saml-metadata") => Reason = reason;

    /// <summary>A fixed word, such as <c>metadata-not-pinned</c>.</summary>
    public string Reason { get; }
}
