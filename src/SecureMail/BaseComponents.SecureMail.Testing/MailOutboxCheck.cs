using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Testing.Internal;

namespace BaseComponents.SecureMail.Testing;

/// <summary>One promise of a store, as something that can be run.</summary>
public sealed class MailOutboxCheck
{
    private readonly Func<OutboxPair, Task> _run;

    internal MailOutboxCheck(string name, Func<OutboxPair, Task> run) => (Name, _run) = (name, run);

    /// <summary>The promise, as a sentence.</summary>
    public string Name { get; }

    /// <summary>Runs the check.</summary>
    /// <param name="first">The store.</param>
    /// <param name="second">Another instance over the same data, as a second process would have it; for a store in memory the same one.</param>
    /// <param name="add">Adds mails to the data and commits.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="MailOutboxConformanceException">The store breaks the promise.</exception>
    public Task RunAsync(IMailOutboxStore first, IMailOutboxStore second, Func<IReadOnlyList<(OutboxMail Mail, byte[] Content)>, Task<bool>> add, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(add);
        return _run(new OutboxPair(Name, first, second, add, cancellationToken));
    }

    /// <summary>The promise.</summary>
    public override string ToString() => Name;
}
