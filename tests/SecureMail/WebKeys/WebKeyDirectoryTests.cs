using System.Text;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Shared.ForeignAddresses;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.WebKeys;

/// <summary>Where keys are looked for, and what counts as one.</summary>
public sealed class WebKeyDirectoryTests
{
    private static readonly HashSet<string> _domains = ["amt.example"];

    // The example of the draft, section 3.1.
    [Theory]
    [InlineData("Joe.Doe@Example.ORG", "iy9q119eutrkn8s1mk4r39qejnbu3n5q", "example.org", "Joe.Doe")]
    [InlineData("joe.doe@example.org", "iy9q119eutrkn8s1mk4r39qejnbu3n5q", "example.org", "joe.doe")]
    public void AnAddressLeadsToTwoPlacesWithItsLocalPartAsItIsWritten(string address, string hash, string domain, string local) =>
        WebKeyAddress.Of(address).Select(place => place.AbsoluteUri).Should().Equal(
            $"https://openpgpkey.{domain}/.well-known/openpgpkey/{domain}/hu/{hash}?l={local}", $"https://{domain}/.well-known/openpgpkey/hu/{hash}?l={local}");

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
    public async Task WhereNobodyIsBothPlacesAreTriedInTheirOrder()
    {
        var asked = new List<string>();

        (await FindAsync("Steueramt@AMT.example", asked)).Should().Be(new WebKeyAnswer.Unavailable(IsUnreachable: true));

        asked.Should().Equal("openpgpkey.amt.example", "amt.example");
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
        foreach (FetchOutcome outcome in new FetchOutcome[] { new FetchOutcome.Fetched([]), new FetchOutcome.Fetched(Encoding.ASCII.GetBytes("-----BEGIN PGP")), new FetchOutcome.Failed(FetchProblem.Status), new FetchOutcome.Forbidden(FetchProblem.Place) })
            WebKeyAnswer.Of(outcome).Should().Be(new WebKeyAnswer.Unavailable(IsUnreachable: false));
    }

    private static async Task<WebKeyAnswer> FindAsync(string address, List<string> asked)
    {
        using var fetcher = new ForeignFetcher(new FetchRules { MaxLength = 64 * 1024 }, TimeProvider.System, (host, _) =>
        {
            asked.Add(host);
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        });
        return await new WebKeyDirectory(fetcher, _domains).FindAsync(address, TestContext.Current.CancellationToken);
    }
}
