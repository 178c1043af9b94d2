using System.ComponentModel.DataAnnotations;

namespace BaseComponents.SecureMail;

/// <summary>One mark, either a header field or a tag in the subject, and what the gateway means by it.</summary>
public sealed class GatewayMarkRuleOptions
{
    /// <summary>Name of the header field.</summary>
    public string? Header { get; set; }

    /// <summary>The whole value of the header field.</summary>
    public string? Value { get; set; }

    /// <summary>Tag with which the subject begins or ends.</summary>
    public string? SubjectTag { get; set; }

    /// <summary>What it means.</summary>
    [Required]
    public GatewayMark? Meaning { get; set; }
}
