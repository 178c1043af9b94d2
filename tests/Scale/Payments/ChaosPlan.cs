using BaseComponents.Tests.Scale.Payments.Flaws;

namespace BaseComponents.Tests.Scale.Payments;

/// <summary>How large a run is, and how bad the weather.</summary>
internal sealed record ChaosPlan
{
    /// <summary>How many citizens come. Some meet an application that is gone and go away: those have ordered nothing.</summary>
    public required int Orders { get; init; }

    public required int Kills { get; init; }

    public int Seed { get; init; } = 20_261_126;

    /// <summary>Of a hundred creates, how many are answered after the client has stopped waiting.</summary>
    public int Delayed { get; init; } = 5;

    /// <summary>What is taken out of the coordinator, to see that the auditor notices.</summary>
    public Flaw Flaw { get; init; }

    /// <summary>How long the workers may need after the storm. Whoever needs longer is judged as he stands.</summary>
    public TimeSpan LongestSettling { get; init; } = TimeSpan.FromMinutes(4);

    public static ChaosPlan Quick { get; } = new() { Orders = 2_400, Kills = 60 };

    /// <summary>Small enough for every run of the tests. So many late answers, that a coordinator with a flaw cannot get through by luck.</summary>
    public static ChaosPlan Small(Flaw flaw = Flaw.None) => new()
    {
        Orders = 160,
        Kills = 8,
        Delayed = 20,
        Flaw = flaw,
        LongestSettling = TimeSpan.FromSeconds(flaw is Flaw.None ? 90 : 10),
    };
}
