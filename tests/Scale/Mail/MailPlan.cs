using BaseComponents.Tests.Scale.Mail.Flaws;
using BaseComponents.Tests.Scale.Mail.Post;
using BaseComponents.Tests.Scale.Mail.Workers;

namespace BaseComponents.Tests.Scale.Mail;

/// <summary>How large a run is, and how bad the weather.</summary>
internal sealed record MailPlan
{
    public required int Mails { get; init; }

    public required int Kills { get; init; }

    public int Seed { get; init; } = 20_261_127;

    public Weather Weather { get; init; } = Weather.Storm;

    /// <summary>The steps at which workers die, each in its turn.</summary>
    public string[] Steps { get; init; } = MailSteps.All;

    /// <summary>Of a hundred cases, how many are rolled back at their end.</summary>
    public int RolledBack { get; init; } = 8;

    /// <summary>What is taken out of the outbox, to see that the auditor notices.</summary>
    public MailFlaw Flaw { get; init; }

    /// <summary>How long the workers may need after the storm. What needs longer is judged as it stands.</summary>
    public TimeSpan LongestSettling { get; init; } = TimeSpan.FromMinutes(3);

    public static MailPlan Quick { get; } = new() { Mails = 1_200, Kills = 56 };

    public static MailPlan Long { get; } = new() { Mails = 12_000, Kills = 500 };

    /// <summary>Small enough for every run of the tests; with a flaw, in the weather in which it cannot get through by luck.</summary>
    public static MailPlan Small(MailFlaw flaw = MailFlaw.None) => new MailPlan { Mails = 120, Kills = 10, Flaw = flaw, LongestSettling = TimeSpan.FromSeconds(flaw is MailFlaw.None ? 90 : 25) } is var plan && flaw is MailFlaw.None
        ? plan
        : plan with { Mails = 60, Kills = flaw is MailFlaw.EndNotWritten ? 6 : 3, Steps = StepsFor(flaw), Weather = WeatherFor(flaw), RolledBack = flaw is MailFlaw.StoredAtOnce ? 30 : 0 };

    private static string[] StepsFor(MailFlaw flaw) => flaw switch
    {
        MailFlaw.LeaseNotCompared => [MailSteps.FrozenSending],
        MailFlaw.EndNotWritten => [MailSteps.Answered],
        _ => [MailSteps.Claimed],
    };

    private static Weather WeatherFor(MailFlaw flaw) => flaw is MailFlaw.AmbiguousSentAgain ? new Weather { KeptUnanswered = 25 } : Weather.Calm;
}
