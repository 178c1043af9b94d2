using Microsoft.Extensions.Logging;

namespace BaseComponents.Sandbox;

/// <summary>Where the Sandbox listens and what it keeps.</summary>
public sealed class SandboxOptions
{
    /// <summary>Port of the pages for people, plain http on 127.0.0.1.</summary>
    /// <value>0: a free port is chosen.</value>
    public int HttpPort { get; set; }

    /// <summary>Port of the machine endpoints, https on 127.0.0.1 with a certificate of the Sandbox's own authority.</summary>
    /// <value>0: a free port is chosen.</value>
    public int HttpsPort { get; set; }

    /// <summary>Port of the mail server (SMTP with STARTTLS) on 127.0.0.1.</summary>
    /// <value>0: a free port is chosen.</value>
    public int SmtpPort { get; set; }

    /// <summary>Folder that keeps keys, certificates, payments and mails between two starts.</summary>
    /// <value><see langword="null"/>: everything lives in memory and ends with the process.</value>
    public string? StatePath { get; set; }

    /// <summary>
    /// Folder into which mails for the mailboxes of offices are delivered as well, as files (Maildir): a folder for each mailbox, named by its address, with <c>settings.json</c> for a program of that office beside
    /// <c>tmp</c>, <c>new</c> and <c>cur</c>. Private keys of the Sandbox stand in it.
    /// </summary>
    /// <value><see langword="null"/>: mails are in the inbox only.</value>
    public string? MailDropPath { get; set; }

    /// <summary>How many mails the inbox keeps, and 250 kB for each of them; then the mail server says that it is full (452). Load tests need more.</summary>
    /// <value>2000</value>
    public int MostMails { get; set; } = 2000;

    /// <summary>The clock of all state services.</summary>
    /// <value><see cref="TimeProvider.System"/></value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the Sandbox's log goes beside the console, and from which level on.</summary>
    /// <value><see langword="null"/>: warnings and errors, to the console.</value>
    public Action<ILoggingBuilder>? Logging { get; set; }
}
