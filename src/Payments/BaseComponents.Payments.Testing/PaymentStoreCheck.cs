using BaseComponents.Payments.Testing.Internal;

namespace BaseComponents.Payments.Testing;

/// <summary>One promise of a store, as something that can be run.</summary>
public sealed class PaymentStoreCheck
{
    private readonly Func<StorePair, Task> _run;

    internal PaymentStoreCheck(string name, Func<StorePair, Task> run)
    {
        Name = name;
        _run = run;
    }

    /// <summary>The promise, as a sentence.</summary>
    public string Name { get; }

    /// <summary>Runs the check.</summary>
    /// <param name="first">The store.</param>
    /// <param name="second">Another instance over the same data, as a second process would have it; for a store in memory the same one.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="PaymentStoreConformanceException">The store breaks the promise.</exception>
    public Task RunAsync(IPaymentStore first, IPaymentStore second, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return _run(new StorePair(Name, first, second, cancellationToken));
    }

    /// <summary>The promise.</summary>
    public override string ToString() => Name;
}
