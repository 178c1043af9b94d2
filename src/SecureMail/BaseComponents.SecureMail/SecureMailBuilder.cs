using BaseComponents.SecureMail.Evidence;
using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Internal.Mailboxes;
using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.SecureMail;

/// <summary>One registered sender, for further settings.</summary>
public sealed class SecureMailBuilder
{
    internal SecureMailBuilder(IServiceCollection services, string name) => (Services, Name) = (services, name);

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Name of the registration; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Changes settings in code, such as a certificate callback.</summary>
    /// <param name="configure">Runs after the configuration section has been read.</param>
    public SecureMailBuilder Configure(Action<SecureMailOptions> configure)
    {
        Services.Configure(Name, configure);
        return this;
    }

    /// <summary>Adds a source of recipients' certificates. Sources are asked one after the other in the order they were added; the first that knows an address decides.</summary>
    /// <param name="create">Makes the source, once; it is disposed with the services.</param>
    public SecureMailBuilder AddCertificateSource(Func<IServiceProvider, IRecipientCertificateSource> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.AddKeyedSingleton(Name, (provider, _) => create(provider));
        return this;
    }

    /// <summary>Keeps learned certificates elsewhere than in the memory of this process.</summary>
    /// <param name="create">Makes the store, once; it is disposed with the services.</param>
    public SecureMailBuilder UseLearnedCertificateStore(Func<IServiceProvider, ILearnedCertificateStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        // The last one registered is the one that is used.
        Services.AddKeyedSingleton(Name, (provider, _) => create(provider));
        return this;
    }

    /// <summary>
    /// Adds the mailbox of this sender, read with the same keys and anchors: <see cref="ISecureMailbox"/>, for a named sender a keyed service of its name. The settings are checked when the host starts.
    /// </summary>
    /// <param name="section">Usually <c>BaseComponents:SecureMail:Mailbox</c>.</param>
    public SecureMailBuilder AddMailbox(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        MailboxRegistration.Add(Services, Name, Name, section);
        return this;
    }

    /// <summary>Adds one of several mailboxes: <see cref="ISecureMailbox"/> as a keyed service of that name.</summary>
    /// <param name="mailbox">Its name, which no other mailbox has.</param>
    /// <param name="section">Its settings.</param>
    public SecureMailBuilder AddMailbox(string mailbox, IConfigurationSection section)
    {
        ArgumentException.ThrowIfNullOrEmpty(mailbox);
        ArgumentNullException.ThrowIfNull(section);
        MailboxRegistration.Add(Services, Name, mailbox, section);
        return this;
    }

    /// <summary>Adds an outbox: <see cref="ISecureMailOutbox"/> (scoped), <see cref="ISecureMailOutboxOperations"/>, <see cref="Reports.ISecureMailReports"/>, and a worker that runs with the host. For a named sender they are keyed services of its name.</summary>
    /// <param name="store">Where the mails lie; made once.</param>
    /// <param name="writer">Adds mails in the transaction of the caller's scope; made for each scope.</param>
    public SecureMailBuilder UseOutbox(Func<IServiceProvider, IMailOutboxStore> store, Func<IServiceProvider, IMailOutboxWriter> writer)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(writer);
        OutboxRegistration.Add(Services, Name, store, writer);
        return this;
    }

    /// <summary>
    /// Adds time stamps over the mails of the outbox and the reports about them: <see cref="ISecureMailEvidence"/>, for a named sender a keyed service of its name, and a service that runs with the host. Nothing is asked for
    /// until <see cref="TimeStampServiceOptions.Address"/> is set.
    /// </summary>
    /// <param name="store">Where the stamps lie; made once.</param>
    public SecureMailBuilder UseEvidenceStore(Func<IServiceProvider, IMailEvidenceStore> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        EvidenceRegistration.Add(Services, Name, store);
        return this;
    }

    /// <summary>Keeps the outbox in memory: for the Sandbox and for tests. Elsewhere the host does not start with it.</summary>
    public SecureMailBuilder AddInMemoryOutbox()
    {
        var outbox = new InMemoryOutbox();
        var evidence = new InMemoryEvidence(outbox);
        return UseOutbox(_ => outbox, _ => outbox).UseEvidenceStore(_ => evidence);
    }
}
