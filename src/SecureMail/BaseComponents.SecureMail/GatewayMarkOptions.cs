using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail;

/// <summary>
/// Marks that the gateway sets on incoming mail. Anybody can write such a mark into a mail, so one is believed only in mail from the configured mailbox which, as its own mail
/// server says, came straight from the gateway, and only where the gateway must have set it itself.
/// </summary>
public sealed class GatewayMarkOptions
{
    /// <summary>Name by which the mailbox's own mail server calls itself in the topmost Received header (<c>by</c>).</summary>
    public string? MailboxServer { get; set; }

    /// <summary>Name by which the gateway calls itself in the Received header that it writes (<c>by</c>).</summary>
    public string? GatewayServer { get; set; }

    /// <summary>Addresses from which the gateway hands mail to the mailbox's server, as that server writes them into its Received header.</summary>
    public IList<string> GatewayAddresses { get; set; } = [];

    /// <summary>
    /// The operator guarantees that the gateway takes away such marks from mail that comes in with them. Without that a mark counts only above the gateway's own Received header, where nobody before
    /// it can write, and a tag in the subject counts never.
    /// </summary>
    /// <value><see langword="false"/></value>
    public bool RemovesForgedMarks { get; set; }

    /// <summary>The marks.</summary>
    /// <value>Empty: no mark is believed.</value>
    [ValidateEnumeratedItems]
    public IList<GatewayMarkRuleOptions> Marks { get; set; } = [];
}
