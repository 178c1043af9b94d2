using System.Net;
using System.Net.Sockets;
using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared.ForeignAddresses;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.WebKeys;

/// <summary>Where keys are looked for, and what counts as one.</summary>
public sealed class WebKeyDirectoryTests
{
    // The example of the draft, section 3.1.
    [Theory]
    [InlineData("Joe.Doe@Example.ORG", "iy9q119eutrkn8s1mk4r39qejnbu3n5q", "example.org", "Joe.Doe")]
    [InlineData("joe.doe@example.org", "iy9q119eutrkn8s1mk4r39qejnbu3n5q", "example.org", "joe.doe")]
    public void AnAddressLeadsToTwoPlacesWithItsLocalPartAsItIsWritten(string address, string hash, string domain, string local) =>
        WebKeyAddress.Of(address).Select(place => place.AbsoluteUri).Should().Equal(
            $"https://openpgpkey.{domain}/.well-known/openpgpkey/{domain}/hu/{hash}?l={local}", $"https://{domain}/.well-known/openpgpkey/hu/{hash}?l={local}");

    [Fact]
    public void AServerInTheSettingsIsTheOnlyPlace() => WebKeyAddress.Of("joe.doe@example.org", new Uri("https://keys.intern:8443")).Select(place => place.AbsoluteUri).Should().Equal(
        "https://keys.intern:8443/.well-known/openpgpkey/example.org/hu/iy9q119eutrkn8s1mk4r39qejnbu3n5q?l=joe.doe");

    [Theory]
    [InlineData("a&b=c#d/e?f@amt.example", "l=a%26b%3Dc%23d%2Fe%3Ff")]
    [InlineData("../../x@amt.example", "l=..%2F..%2Fx")]
    public void NothingInALocalPartChangesThePlace(string address, string query)
    {
        foreach (var place in WebKeyAddress.Of(address))
            (place.Query, place.Segments.Length, place.Fragment).Should().Be(("?" + query, place.Host.StartsWith("openpgpkey", StringComparison.Ordinal) ? 6 : 5, ""));
    }

    [Fact]
    public async Task GnuPGHashesAsWeDo()
    {
        // Debian keeps it beside the programs, not among them.
        var program = File.Exists("/usr/lib/gnupg/gpg-wks-client") ? "/usr/lib/gnupg/gpg-wks-client" : "gpg-wks-client";
        if (!Path.IsPathRooted(program))
            Peer.OrSkip(program);
        foreach (var address in new[] { "joe.doe@example.org", "Steueramt@amt.example", "a+b_c-d@amt.example", "x@y.example" })
        {
            var (_, output) = await Peer.RunAsync(program, ["--print-wkd-hash", address]);

            output.Should().Contain(WebKeyAddress.Hash(address.Split('@')[0]));
        }
    }

    [Fact]
    public async Task DomainsThatAreNotConfiguredAreNotAsked()
    {
        var asked = new List<string>();

        (await FindAsync("x@boese.example", asked)).Should().BeOfType<WebKeyAnswer.Unknown>();
        (await FindAsync("x@sub.amt.example", asked)).Should().BeOfType<WebKeyAnswer.Unknown>();
        (await FindAsync("x@amt.example, y@boese.example", asked)).Should().BeOfType<WebKeyAnswer.Unknown>();

        asked.Should().BeEmpty();
    }

    [Fact]
    public async Task WhereNobodyHasTheNameBothPlacesAreTriedInTheirOrder()
    {
        var asked = new List<string>();

        (await FindAsync("Steueramt@AMT.example", asked)).Should().Be(new WebKeyAnswer.Unavailable(FetchProblem.NameUnknown));

        asked.Should().Equal("openpgpkey.amt.example", "amt.example");
    }

    [Fact]
    public async Task AHostForKeysThatDoesNotAnswerIsNotPassedOver()
    {
        var asked = new List<string>();

        (await FindAsync("x@amt.example", asked, IPAddress.Parse("10.0.0.1"))).Should().Be(new WebKeyAnswer.Unavailable(FetchProblem.Place));

        asked.Should().Equal("openpgpkey.amt.example");
    }

    [Theory]
    [InlineData(0x99, true)]
    [InlineData(0x98, true)]
    [InlineData(0x9A, true)]
    [InlineData(0xC6, true)]
    [InlineData(0xC5, false)]
    [InlineData(0x95, false)]
    [InlineData('-', false)]
    [InlineData('<', false)]
    public void OnlyBinaryKeysCount(int first, bool isKey) =>
        (WebKeyAnswer.Of(new FetchOutcome.Fetched([(byte)first, 1, 2])) is WebKeyAnswer.Found).Should().Be(isKey);

    [Fact]
    public void WhatIsNoKeyIsNotUnknownEither()
    {
        WebKeyAnswer.Of(new FetchOutcome.Missing()).Should().BeOfType<WebKeyAnswer.Unknown>();
        foreach (var content in new[] { [], Encoding.ASCII.GetBytes("-----BEGIN PGP") })
            WebKeyAnswer.Of(new FetchOutcome.Fetched(content)).Should().Be(new WebKeyAnswer.Unavailable(Problem: null));
        WebKeyAnswer.Of(new FetchOutcome.Failed(FetchProblem.Status)).Should().Be(new WebKeyAnswer.Unavailable(FetchProblem.Status));
        WebKeyAnswer.Of(new FetchOutcome.Forbidden(FetchProblem.Place)).Should().Be(new WebKeyAnswer.Unavailable(FetchProblem.Place));
    }

    private static async Task<WebKeyAnswer> FindAsync(string address, List<string> asked, IPAddress? found = null)
    {
        using var fetcher = new ForeignFetcher(new FetchRules { MaxLength = 64 * 1024 }, TimeProvider.System, (host, _) =>
        {
            asked.Add(host);
            return found is null ? throw new SocketException((int)SocketError.HostNotFound) : Task.FromResult<IPAddress[]>([found]);
        });
        var domains = new Dictionary<string, WebKeyHost>(StringComparer.OrdinalIgnoreCase) { ["amt.example"] = new(fetcher) };
        return await new WebKeyDirectory(domains, new WebKeyCache(new WebKeyDirectoryOptions(), TimeProvider.System)).FindAsync(address, TestContext.Current.CancellationToken);
    }
}
