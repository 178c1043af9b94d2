namespace BaseComponents.Tests.Scale.Web;

/// <summary>How large a run is, and what happens to it.</summary>
internal sealed record WebPlan
{
    public int Nodes { get; init; } = 3;

    public int Journeys { get; init; } = 10_000;

    /// <summary>Citizens at once.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>How long a node lives; zero: nobody is killed.</summary>
    public TimeSpan KillEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>At most so many kills.</summary>
    public int Kills { get; init; } = int.MaxValue;

    /// <summary>Between two faults of the stores, the services and the network; zero: nothing fails.</summary>
    public TimeSpan CalmBetween { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many of the faults happen, from the beginning of their list, which is gone through again and again.</summary>
    public int Faults { get; init; } = int.MaxValue;

    /// <summary>How long one citizen goes on trying.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>After that nobody comes any more, however many were planned.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long the mails may take after the last citizen has gone.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromMinutes(30);

    public WebFlaw Flaw { get; init; }

    public int Seed { get; init; } = 4711;

    public static WebPlan Long { get; } = new();

    public static WebPlan Quick { get; } = new()
    {
        Nodes = 2,
        Journeys = 36,
        AtOnce = 8,
        KillEvery = TimeSpan.FromSeconds(3),
        Kills = 1,
        CalmBetween = TimeSpan.FromSeconds(1.5),
        Faults = 2,
        Patience = TimeSpan.FromMinutes(3),
        Settling = TimeSpan.FromMinutes(2),
    };

    /// <summary>A few citizens, nothing fails but what is set up wrongly.</summary>
    public static WebPlan Mutant(WebFlaw flaw) => Quick with
    {
        Journeys = 6,
        AtOnce = 6,
        KillEvery = TimeSpan.Zero,
        Faults = 0,
        Flaw = flaw,
        Patience = TimeSpan.FromSeconds(flaw is WebFlaw.PagesCached ? 60 : 30),
        Settling = TimeSpan.FromSeconds(flaw is WebFlaw.PagesCached ? 1 : 10),
    };

    /// <summary>Nothing fails: what a journey costs.</summary>
    public static WebPlan Measure(int nodes, int journeys) => new() { Nodes = nodes, Journeys = journeys, AtOnce = 8, KillEvery = TimeSpan.Zero, Faults = 0 };
}
