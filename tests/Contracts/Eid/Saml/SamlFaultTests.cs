using System.Net.Http.Json;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>Whatever the identity providers can be told to do wrong: nobody is logged in, and the browser ends on the outcome page. A fault nobody thought of here fails the test.</summary>
public sealed class SamlFaultTests(RunningSandbox sandbox) : SamlOnSandbox(sandbox)
{
    // These are unusual, and in order.
    private static readonly string[] InOrder = ["rsa-sha256", "oaep-sha256", "old-decryption-key", "swapped-names", "without-trust-level"];

    // Refused by the provider itself, which shows a page of its own and sends nobody back.
    private static readonly string[] EndsAtTheProvider = ["missing-berca"];

    [Theory]
    [InlineData("bundid.", "BundId", "Anmelden als Erika")]
    [InlineData("unternehmenskonto.", "Unternehmenskonto", "Anmelden als Musterbau")]
    public async Task No_fault_logs_anybody_in(string prefix, string scheme, string person)
    {
        using var client = new HttpClient();
        var faults = (await client.GetFromJsonAsync<Known>(new Uri(Sandbox.Address, "/_sandbox/faults")))!.known.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        faults.Should().HaveCountGreaterThan(20);
        var wrong = new List<string>();

        foreach (var fault in faults)
        {
            await using var application = await SamlApplication.StartAsync(Sandbox.Configuration, ("BundId:Methods:0", "EID"), ("BundId:MinimumLevel", "Substantial"), ("Unternehmenskonto:MinimumLevel", "Substantial"));
            using var browser = new Browser();
            var seen = await TryAsync(application, browser, scheme, person, fault);
            var isInOrder = InOrder.Contains(fault[prefix.Length..]);
            var isAtProvider = EndsAtTheProvider.Contains(fault[prefix.Length..]);
            if (isInOrder != seen || (!seen && !isAtProvider && !browser.Text.StartsWith("outcome=", StringComparison.Ordinal)))
                wrong.Add($"{fault}: {(seen ? "logged in" : browser.Text[..Math.Min(80, browser.Text.Length)])} {application.Log.Text.Split('\n').LastOrDefault(line => line.Contains("did not succeed", StringComparison.Ordinal))}");
        }

        wrong.Should().BeEmpty();
    }

    private async Task<bool> TryAsync(SamlApplication application, Browser browser, string scheme, string person, string fault)
    {
        // The answer before is sent once more: there has to be one.
        if (fault.EndsWith("replayed", StringComparison.Ordinal))
            await LogInAsync(application, browser, scheme, person);
        await ArmAsync(fault);
        await LogInAsync(application, browser, scheme, person);
        return application.Seen is not null && browser.Text.StartsWith("logged in", StringComparison.Ordinal);
    }

    private static async Task LogInAsync(SamlApplication application, Browser browser, string scheme, string person)
    {
        await browser.GoAsync(new Uri(application.Address, $"/login/{scheme}"));
        await browser.PressAsync("Weiter zur Anmeldung");
        if (browser.Text.Contains(person, StringComparison.Ordinal))
            await browser.PressAsync(person);
        if (browser.Text.Contains("Weiter zur Anwendung", StringComparison.Ordinal))
            await browser.PressAsync("Weiter zur Anwendung");
    }

    private sealed record Known(Dictionary<string, string> known);
}
