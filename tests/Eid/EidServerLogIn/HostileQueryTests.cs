using CsCheck;

namespace BaseComponents.Tests.Eid.EidServerLogIn;

/// <summary>Anybody can call any page with anything: nothing breaks, nothing is stored, nobody is asked.</summary>
public sealed class HostileQueryTests
{
    private static readonly Gen<string> Paths = OneOf("", "/", "/launch", "/tctoken", "/refresh", "/status.js", "/x", "/refresh/", "/../me");
    private static readonly Gen<string> Names = OneOf("login", "Login", "scheme", "ResultMajor", "ResultMinor", "returnUrl", "x");
    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.String[0, 60], Gen.String[Gen.Char.AlphaNumeric, 0, 300], OneOf("ok", "error", "cancellationByUser", "http://a#b/c", "#", "/", "CfDJ8", new string('A', 9000), "\0", "%00", "\u202E"));

    [Fact]
    public async Task Every_query_has_an_answer()
    {
        var store = new CountingStore();
        await using var application = await CardApplication.StartAsync(store: store);
        var client = application.Client;

        await Gen.Select(Paths, Gen.Select(Names, Values).Array[0, 6]).SampleAsync(
            async call =>
            {
                var query = string.Join('&', call.Item2.Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2)}"));
                using var answer = await client.GetAsync(new Uri($"{CardApplication.Host}/signin-eidserver{call.Item1}?{query}"));
                ((int)answer.StatusCode).Should().BeLessThan(500);
                answer.Headers.Contains("Set-Cookie").Should().BeFalse();
            },
            iter: 300,
            threads: 1);

        store.Calls.Should().Be(0);
        application.EidServer.Sessions.Should().BeEmpty();
        application.EidServer.Asked.Should().Be(0);
        application.Log.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(number => choices[number]);

    [Fact]
    public async Task A_real_ticket_that_was_changed_anywhere_is_none()
    {
        await using var application = await CardApplication.StartAsync();
        var browser = new CardBrowser(application);
        var token = await browser.FetchAsync(await browser.OpenAsync());
        application.EidServer.Read(token.Element("SessionIdentifier")!.Value);
        var back = token.Element("RefreshAddress")!.Value;
        var begin = back.IndexOf("login=", StringComparison.Ordinal) + "login=".Length;

        // The last letter of unpadded base64 may hold bits that mean nothing.
        for (var at = begin; at < back.Length - 1; at += 3)
        {
            var changed = back[..at] + (back[at] == 'A' ? 'B' : 'A') + back[(at + 1)..];
            await browser.GoAsync(changed);
            browser.Location.Should().Be("/ended?outcome=expired");
        }

        await browser.GoAsync(back);
        browser.Location.Should().Be("/me", "none of the attempts took anything away");
    }
}
