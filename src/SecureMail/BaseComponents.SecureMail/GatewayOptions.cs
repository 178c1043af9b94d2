using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>
/// Profile of the gateway behind the mail server: what it promises, the words and headers that it obeys, what it takes, and the marks that it sets. All of it is the operator's to say; nothing
/// has a default that would be a guess.
/// </summary>
/// <remarks>Amtlich: zentrales SecureMail-Gateway (SMGW). Which words and headers it knows is not published: docs/standards.md.</remarks>
public sealed class GatewayOptions
{
    /// <summary>
    /// The operator guarantees that mail with <see cref="ByGateway"/> is encrypted on its way to the recipient, or refused, and never passed on in plain text. Needed for
    /// <see cref="MailPolicy.GatewayFallback"/>.
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool EncryptsOrRefuses { get; set; }

    /// <summary>What a mail carries that the gateway shall encrypt.</summary>
    [Required, ValidateObjectMembers]
    public GatewayInstructionOptions ByGateway { get; set; } = new();

    /// <summary>What a mail carries that is encrypted already, such as a word that keeps the gateway from looking for keys.</summary>
    [Required, ValidateObjectMembers]
    public GatewayInstructionOptions Encrypted { get; set; } = new();

    /// <summary>What a mail carries that is to stay unencrypted (<see cref="MailProtection.Plain"/>).</summary>
    [Required, ValidateObjectMembers]
    public GatewayInstructionOptions Plain { get; set; } = new();

    /// <summary>
    /// Words and tags that the gateway obeys in a subject, such as one that switches encryption off; the tags of the instructions above count without being named here. Where one
    /// stands in the subject of a message, in any spelling that looks like it, a hyphen is put into it.
    /// </summary>
    /// <value>Empty</value>
    public IList<string> ControlWords { get; set; } = [];

    /// <summary>Size in bytes of the largest mail that the gateway passes on, as it crosses the wire.</summary>
    /// <value><see langword="null"/>: only <see cref="SecureMailLimits.MaxMessageSize"/> and what the mail server itself says.</value>
    [Range(10_000, 8_000_000_000)]
    public long? MaxMessageSize { get; set; }

    /// <summary>Endings of file names that the gateway refuses in mail that it can read, such as <c>.docm</c>.</summary>
    /// <value>Empty</value>
    public IList<string> RefusedFileEndings { get; set; } = [];

    /// <summary>Media types that the gateway refuses in mail that it can read, such as <c>application/zip</c> or <c>video/*</c>.</summary>
    /// <value>Empty</value>
    public IList<string> RefusedContentTypes { get; set; } = [];

    /// <summary>The marks by which the gateway says of incoming mail what it did, and when they are believed.</summary>
    [Required, ValidateObjectMembers]
    public GatewayMarkOptions Incoming { get; set; } = new();
}
