using System.ComponentModel.DataAnnotations;

namespace BaseComponents.Payments;

/// <summary>How the reconciler looks after payments.</summary>
public sealed class PaymentReconcilerOptions
{
    /// <summary>Whether it runs in this host. Where it does not, another host or a scheduled job must run it.</summary>
    /// <value>true</value>
    public bool Enabled { get; set; } = true;

    /// <summary>How often it looks for due payments and waiting events.</summary>
    /// <value>5 seconds; 50 milliseconds to 1 hour</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after its start a payment is looked at for the first, second, … time; the last value repeats.</summary>
    /// <value>5 s, 15 s, 1 min, 5 min, 15 min, 1 h (when empty)</value>
    public IList<TimeSpan> Delays { get; } = [];

    /// <summary>How many payments one run looks at, at most.</summary>
    /// <value>50</value>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 50;

    /// <summary>How many payments one instance looks at at once: the service's share of this registration.</summary>
    /// <value>4</value>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>
    /// How many events one instance hands over at once. More than one is for handlers that take their time, on a database that takes several writers (on SQLite nothing is gained): events of different
    /// payments then reach the handlers side by side, as they do where several instances run.
    /// </summary>
    /// <value>1</value>
    [Range(1, 64)]
    public int EventConcurrency { get; set; } = 1;

    /// <summary>How long after a look at a payment the next hint makes for another one.</summary>
    /// <value>5 seconds; 1 second to 1 hour</value>
    public TimeSpan HintInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a payment belongs to the instance that took it; after a crash another one takes over.</summary>
    /// <value>2 minutes; 5 seconds to 1 hour, and longer than one call may take</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
