using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace BaseComponents.SecureMail.Wire.Imap;

/// <summary>What a failure at the mailbox means. The server's words are left out: they repeat names of people and folders.</summary>
internal static class ImapFault
{
    public static bool IsKnown(Exception exception) => exception
        is ImapCommandException or ImapProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotFoundException or FolderNotOpenException
        or MessageNotFoundException or SslHandshakeException or AuthenticationException or SaslException or NotSupportedException
        or IOException or SocketException or TimeoutException or ObjectDisposedException or InvalidOperationException;

    public static SecureMailException Of(Exception exception) => exception switch
    {
        SslHandshakeException => new SecureMailException(
            SecureMailErrors.MailboxTlsUntrusted,
            "The mailbox was not read. The TLS certificate of its server is not trusted, is expired, or is for another name. Check Imap:Host and Imap:TrustAnchorsPem; someone may be in between."),
        AuthenticationException or SaslException => new SecureMailException(
            SecureMailErrors.MailboxAuthenticationFailed, "The mailbox was not read. Its server did not accept user and password. Check Imap:User and Imap:Password."),
        FolderNotFoundException => Unsuitable("one of the folders is not there"),
        MessageNotFoundException => Lost(),
        ImapCommandException { Response: ImapCommandResponse.No } => Unreachable("the server answered NO"),
        ImapCommandException => Unreachable("the server did not understand a command"),
        _ => Unreachable(exception.GetType().Name),
    };

    public static SecureMailException TlsMissing() => new(
        SecureMailErrors.MailboxTlsMissing,
        "The mailbox was not read. Its server does not offer STARTTLS, and a password is never told without TLS. Check Imap:Port and Imap:Security; someone may be stripping TLS.");

    public static SecureMailException Unsuitable(string why) => new(
        SecureMailErrors.MailboxUnsuitable, $"The mailbox cannot be used: {why}. Check Imap:Folder, Imap:DoneFolder and Imap:SetAsideFolder, and the rights of Imap:User for them.");

    public static SecureMailException Lost() => new(
        SecureMailErrors.ClaimLost,
        "The mail was not settled: it is no longer where it was, or the server has numbered its mails anew (UIDVALIDITY). If it is still there it comes again; see that nobody else reads this mailbox.");

    private static SecureMailException Unreachable(string why) => new(
        SecureMailErrors.MailboxUnreachable, $"The mailbox's server cannot be reached or broke off ({why}). Check Imap:Host, Imap:Port and the network; it is tried again.")
    {
        IsTransient = true,
    };
}
