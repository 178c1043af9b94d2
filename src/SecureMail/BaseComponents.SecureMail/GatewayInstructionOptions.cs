using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>What an outgoing mail carries for the gateway, in its outer header only.</summary>
public sealed class GatewayInstructionOptions
{
    /// <summary>Header fields, each once.</summary>
    /// <value>Empty</value>
    [ValidateEnumeratedItems]
    public IList<GatewayHeaderOptions> Headers { get; set; } = [];

    /// <summary>A tag that is put before the subject of the outer header; printable ASCII.</summary>
    /// <value><see langword="null"/>: none</value>
    public string? SubjectTag { get; set; }
}
