using BaseComponents.Tests.Scale.Payments.Workers;

namespace BaseComponents.Tests.Scale.Payments.Citizens;

/// <summary>Somebody with a fee to pay. Knows the pay page only from the application, as a browser does.</summary>
internal sealed class Citizen(ChaosOrder order, Behaviour behaviour, Town town)
{
    private const int Patience = 2_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private Uri? _seen;

    public string Reference => order.Reference;

    public Task RunAsync() => behaviour switch
    {
        Behaviour.PayAndReturn => PayAsync(returns: true),
        Behaviour.PayAndVanish => PayAsync(returns: false),
        Behaviour.PayInTwoTabs => Task.WhenAll(PayAsync(returns: true), PayAsync(returns: true)),
        Behaviour.AbortThenPay => StartAgainAsync("Canceled"),
        Behaviour.FailThenPay => StartAgainAsync("Failed"),
        Behaviour.GiveUpAtTheFirstTrouble => PressAsync(StartAsync(town, tries: 1)),
        _ => LookAsync(),
    };

    /// <summary>Pays after the attempt has expired here; whoever came back has two pages by then.</summary>
    /// <returns>How many payments that makes.</returns>
    public async Task<int> ComeADayLaterAsync(Town town)
    {
        if (_seen is not { } first || behaviour is Behaviour.LeaveThePage)
            return 0;
        var second = behaviour is Behaviour.StartAgainADayLaterAndPayBoth ? await StartAsync(town, Patience) : null;
        if (second is not null)
            await town.PressAsync(second, "Paid");
        await town.PressAsync(first, "Paid");
        return second is null || second == first ? 1 : 2;
    }

    private async Task LookAsync() => _seen = await StartAsync(town, Patience);

    private async Task PayAsync(bool returns)
    {
        await PressAsync(StartAsync(town, Patience));
        if (returns)
            await town.AskAsync(isStart: false, order);
    }

    private async Task StartAgainAsync(string button)
    {
        if (await StartAsync(town, Patience) is { } page)
            await town.PressAsync(page, button);
        await PayAsync(returns: true);
    }

    private async Task PressAsync(Task<Uri?> started)
    {
        if (await started is { } page)
            await town.PressAsync(page, "Paid");
    }

    /// <summary>Where to pay; null when there is nothing to pay (any more), or after so many pages of trouble.</summary>
    private async Task<Uri?> StartAsync(Town where, int tries)
    {
        while (tries-- > 0)
        {
            var answer = await where.AskAsync(isStart: true, order);
            if (answer is { State: not null and not "Creating" })
                return answer.PayPage;
            await Task.Delay(Pause);
        }

        return null;
    }
}
