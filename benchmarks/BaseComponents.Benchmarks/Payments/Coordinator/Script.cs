using System.Data;

namespace BaseComponents.Benchmarks.Payments.Coordinator;

/// <summary>One thing that the coordinator did for an order, as it is done again without it.</summary>
internal abstract record Step
{
    public sealed record Open : Step;

    public sealed record Close : Step;

    public sealed record Begin(IsolationLevel Isolation) : Step;

    public sealed record Commit : Step;

    public sealed record Statement(string Text, IReadOnlyList<(string Name, DbType Type, object? Value)> Parameters) : Step;

    public sealed record Call(bool IsCreate) : Step;
}

/// <summary>All that the coordinator did for one order: until it was paid, and for the delivery of its event.</summary>
internal sealed record Script(string Reference, string RequestId, IReadOnlyList<Step> Payment, IReadOnlyList<Step> Delivery);
