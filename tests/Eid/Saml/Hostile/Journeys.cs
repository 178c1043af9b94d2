using BaseComponents.Tests.Eid.Saml.Host;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Genuine answers that are used twice, in another browser, or for another log-in.</summary>
internal static class Journeys
{
    private const string Replay = "replay";
    private const string Browser = "other browser";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        new(Replay, "the same form again", trial => AgainAsync(trial, (victim, _) => Task.FromResult((victim, (string?)null)))),
        new(Replay, "the same form in a browser of its own", trial => AgainAsync(trial, (_, _) => Task.FromResult((new SamlBrowser(trial.Application), (string?)null)))),
        new(Replay, "the same answer in a new log-in", trial => AgainAsync(trial, async (_, browser) => (browser, (await trial.BeginAsync(browser)).RelayState))),
        new(Replay, "the same assertion in an answer to a new log-in", SameAssertionAsync),
        new(Browser, "without cookies", trial => ElsewhereAsync(trial, (_, _, relayState) => Task.FromResult(relayState))),
        new(Browser, "with cookies of its own log-in", trial => ElsewhereAsync(trial, async (_, other, relayState) => (await trial.BeginAsync(other), relayState).relayState)),
        new(Browser, "under the relay state of its own log-in", trial => ElsewhereAsync(trial, async (_, other, _) => (await trial.BeginAsync(other)).RelayState)),
        new(Browser, "under a relay state nobody gave out", trial => ElsewhereAsync(trial, (_, _, _) => Task.FromResult("AAAAAAAAAAAAAAAAAAAAAAAAAAA"))),
        new(Browser, "under a relay state nobody gave out, with the cookies of the victim", trial => ElsewhereAsync(trial, (victim, other, _) => Task.FromResult(Stolen(victim, other)))),
        new("other request", "the answer of another tab", OtherTabAsync),
    ];

    // The victim logs in, which must succeed; then the same octets are posted once more.
    private static async Task<bool> AgainAsync(HostileTrial trial, Func<SamlBrowser, SamlBrowser, Task<(SamlBrowser Browser, string? RelayState)>> again)
    {
        var (answer, relayState, victim) = await VictimAsync(trial);
        victim.Cookies.Remove("session");
        var (browser, other) = await again(victim, new SamlBrowser(trial.Application));
        return await trial.PostAsync(browser, answer, other ?? relayState);
    }

    private static async Task<(byte[] Answer, string RelayState, SamlBrowser Browser)> VictimAsync(HostileTrial trial)
    {
        var victim = new SamlBrowser(trial.Application);
        var (id, relayState) = await trial.BeginAsync(victim);
        var answer = HostileTrial.Octets(trial.Finish(HostileTrial.Good(id).ToXml()));
        return await trial.PostAsync(victim, answer, relayState) ? (answer, relayState, victim) : throw new InvalidOperationException("The victim was not logged in.");
    }

    // An identity provider that gives out an assertion twice: what is remembered is the assertion, not the answer.
    private static async Task<bool> SameAssertionAsync(HostileTrial trial)
    {
        var id = "_" + Guid.NewGuid().ToString("N");
        return await trial.PostAsync(good => HostileTrial.Octets(trial.Finish((good with { AssertionId = id }).ToXml())))
            ? await trial.PostAsync(good => HostileTrial.Octets(trial.Finish((good with { AssertionId = id }).ToXml())))
            : throw new InvalidOperationException("The victim was not logged in.");
    }

    private static async Task<bool> ElsewhereAsync(HostileTrial trial, Func<SamlBrowser, SamlBrowser, string, Task<string>> relay)
    {
        var (victim, other) = (new SamlBrowser(trial.Application), new SamlBrowser(trial.Application));
        var (id, relayState) = await trial.BeginAsync(victim);
        return await trial.PostAsync(other, HostileTrial.Octets(trial.Finish(HostileTrial.Good(id).ToXml())), await relay(victim, other, relayState));
    }

    private static string Stolen(SamlBrowser victim, SamlBrowser other)
    {
        foreach (var (name, value) in victim.Cookies)
            other.Cookies[name] = value;
        return "AAAAAAAAAAAAAAAAAAAAAAAAAAA";
    }

    private static async Task<bool> OtherTabAsync(HostileTrial trial)
    {
        var browser = new SamlBrowser(trial.Application);
        var first = await trial.BeginAsync(browser);
        var second = await trial.BeginAsync(browser);
        return await trial.PostAsync(browser, HostileTrial.Octets(trial.Finish(HostileTrial.Good(first.RequestId).ToXml())), second.RelayState);
    }
}
