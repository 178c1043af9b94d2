using DogLicence.LogIns;

namespace DogLicence.Walkthrough;

/// <summary>The pages between the choice of a log-in and the way back, as a browser without scripts sees them.</summary>
public static class LogInPages
{
    /// <param name="browser">Shows the page with the choice.</param>
    /// <param name="way">The log-in to take.</param>
    /// <param name="person">Who logs in; empty: whoever gives up.</param>
    public static async Task<Shown> LogInAsync(this Browser browser, LogInWay way, string person, CancellationToken cancellationToken = default)
    {
        await browser.ChooseAsync(way, person, cancellationToken);
        return way == LogInWay.Broker || way == LogInWay.Ausweis ? browser.Page : await browser.PressAsync("Weiter zur Anwendung", cancellationToken: cancellationToken);
    }

    /// <summary>As far as the answer that is about to go back; over a broker, which needs no page for it, all the way.</summary>
    public static async Task<Shown> ChooseAsync(this Browser browser, LogInWay way, string person, CancellationToken cancellationToken = default)
    {
        await browser.FollowAsync(way.Button, cancellationToken);
        if (way == LogInWay.Ausweis)
            await browser.FollowAsync("AusweisApp auf diesem Computer öffnen", cancellationToken);
        else if (way != LogInWay.Broker)
            await browser.PressAsync("Weiter zur Anmeldung", cancellationToken: cancellationToken);
        if (browser.Page.Address.Host != "127.0.0.1")
            throw new WalkException($"the page of {way.Name} is on {browser.Page.Address.Host}: {browser.Page.Heading}");
        return await browser.PressAsync(ButtonOf(way, person), cancellationToken: cancellationToken);
    }

    /// <summary>What is pressed at the log-in service.</summary>
    public static string ButtonOf(LogInWay way, string person) => person.Length == 0
        ? "Abbrechen"
        : way == LogInWay.Ausweis ? $"PIN eingeben und ausweisen als {person}" : $"Anmelden als {person}";
}
