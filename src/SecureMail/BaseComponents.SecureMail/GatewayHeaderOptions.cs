using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>A header field that the gateway reads or sets.</summary>
public sealed class GatewayHeaderOptions
{
    /// <summary>Name: letters, digits and hyphens; none that a mail has anyway.</summary>
    [Required]
    public string? Name { get; set; }

    /// <summary>Value: printable ASCII.</summary>
    [Required]
    public string? Value { get; set; }
}
