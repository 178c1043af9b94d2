namespace BaseComponents.Tests.Scale.Payments.Citizens;

/// <summary>What somebody does who has to pay.</summary>
internal enum Behaviour
{
    PayAndReturn,
    PayAndVanish,
    PayInTwoTabs,
    AbortThenPay,
    FailThenPay,
    LeaveThePage,
    GiveUpAtTheFirstTrouble,
    PayADayLater,
    StartAgainADayLaterAndPayBoth,
}

/// <summary>How many of a hundred do what.</summary>
internal static class Behaviours
{
    private static readonly (Behaviour Behaviour, int Share)[] Shares =
    [
        (Behaviour.PayAndReturn, 26), (Behaviour.PayAndVanish, 14), (Behaviour.PayInTwoTabs, 14), (Behaviour.AbortThenPay, 8), (Behaviour.FailThenPay, 6),
        (Behaviour.LeaveThePage, 6), (Behaviour.GiveUpAtTheFirstTrouble, 22), (Behaviour.PayADayLater, 2), (Behaviour.StartAgainADayLaterAndPayBoth, 2),
    ];

    public static Behaviour Draw(Random random)
    {
        var drawn = random.Next(Shares.Sum(entry => entry.Share));
        foreach (var (behaviour, share) in Shares)
        {
            if ((drawn -= share) < 0)
                return behaviour;
        }

        throw new InvalidOperationException("The shares do not add up.");
    }
}
