using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>Sizes in bytes and counts that are enforced before anything costly is done.</summary>
public sealed class SecureMailLimits
{
    /// <summary>Size of a sent mail as it crosses the wire. Sealing makes a file 1.9 times as large.</summary>
    /// <value>15 000 000, what the state's gateway takes from the public</value>
    [Range(10_000, 8_000_000_000)]
    public long MaxMessageSize { get; set; } = 15_000_000;

    /// <summary>Recipients of one mail.</summary>
    /// <value>50</value>
    [Range(1, 1000)]
    public int MaxRecipients { get; set; } = 50;

    /// <summary>Attachments of one mail.</summary>
    /// <value>50</value>
    [Range(1, 1000)]
    public int MaxAttachments { get; set; } = 50;

    /// <summary>Size of a received mail.</summary>
    /// <value>50 000 000</value>
    [Range(10_000, 8_000_000_000)]
    public long MaxIncomingSize { get; set; } = 50_000_000;

    /// <summary>Size of the text, or of the HTML, of a received mail in its transfer form; a larger one is handed out as an attachment.</summary>
    /// <value>2 000 000</value>
    [Range(10_000, 50_000_000)]
    public int MaxTextSize { get; set; } = 2_000_000;

    /// <summary>MIME parts of a received mail.</summary>
    /// <value>500</value>
    [Range(1, 10_000)]
    public int MaxParts { get; set; } = 500;

    /// <summary>Nesting of MIME parts in a received mail; one that is deeper is not read.</summary>
    /// <value>16</value>
    [Range(2, 100)]
    public int MaxDepth { get; set; } = 16;
}
