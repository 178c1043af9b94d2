using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Eid.Saml;

/// <summary>A datum that is asked for. None is by default.</summary>
public sealed class SamlRequestedAttribute
{
    /// <summary>Which datum.</summary>
    [Required]
    public EidAttribute? Attribute { get; set; }

    /// <summary>Whether the log-in fails without it.</summary>
    /// <value><see langword="false"/></value>
    public bool Required { get; set; }

    /// <summary>What it is needed for, in the words of the privacy notice. It is not sent: it keeps whoever asks for a datum honest, and answers the audit.</summary>
    /// <remarks>Zweckbindung (Article 5 (1) (b) GDPR)</remarks>
    [Required]
    public string? Purpose { get; set; }
}
