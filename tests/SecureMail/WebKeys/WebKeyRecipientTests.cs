using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Wire;
using BaseComponents.SecureMail.Wire.WebKeys;
using BaseComponents.Tests.SecureMail.OpenPgp;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.WebKeys;

/// <summary>Recipients whose keys their domain publishes: when it is asked, over what connection, and which answers count.</summary>
public sealed class WebKeyRecipientTests : IDisposable
{
    private const string Domain = "verein.example";
    private const string Address = "kasse@" + Domain;
    private static readonly SecureMessage _message = new() { To = [Address], Subject = "Bescheid", Text = "Zahlen Sie 50 Euro." };
    private static readonly string _hash = WebKeyAddress.Hash("kasse");
    private static readonly string _advanced = $"/.well-known/openpgpkey/{Domain}/hu/{_hash}?l=kasse";
    private static readonly string _direct = $"/.well-known/openpgpkey/hu/{_hash}?l=kasse";
    private readonly PgpLab _lab = new();
    private readonly KeyProxy _web = new("openpgpkey." + Domain, Domain);
    private readonly PgpTestKey _key = PgpTestKey.Make($"Kasse <{Address}>");

    [Fact]
    public async Task AKeyOfTheDomainsHostForKeysIsUsedAndKept()
    {
        _web.Keys[_advanced] = Octets(_key);

        await using var services = Services(_web);
        var mails = new[] { await SealAsync(services), await SealAsync(services) };

        mails.Should().OnlyContain(mail => mail.Contains("application/pgp-encrypted"));
        _web.Asked.Should().Equal("openpgpkey.verein.example" + _advanced);
        (await OpenAsync(mails[0])).Text!.TrimEnd().Should().Be(_message.Text);
    }

    [Fact]
    public async Task WithoutSuchAHostTheDomainItselfIsAsked()
    {
        using var web = new KeyProxy(Domain);
        web.Keys[_direct] = Octets(_key);

        await using var services = Services(web);

        (await SealAsync(services)).Should().Contain("application/pgp-encrypted");
        web.Asked.Should().Equal("openpgpkey.verein.example", "verein.example" + _direct);
    }

    [Fact]
    public async Task WhoIsUnknownThereHasNoKey()
    {
        await using var services = Services(_web);

        var refusal = await RefusalAsync(services);
        (await RefusalAsync(services)).Code.Should().Be(SecureMailErrors.NoCertificate);
        (refusal.Code, refusal.Message).Should().Match<(string Code, string Message)>(said => said.Code == SecureMailErrors.NoCertificate && said.Message.Contains("Web Key Directory of its domain has no key"));
        _web.Asked.Should().HaveCount(1, "that somebody is unknown is kept, too");
    }

    [Fact]
    public async Task OnlyDomainsInTheSettingsAreAsked()
    {
        await using var services = Services(_web);

        (await RefusalAsync(services, _message with { To = ["kasse@sub.verein.example"] })).Code.Should().Be(SecureMailErrors.NoCertificate);
        var refusal = await RefusalAsync(services, _message with { To = ["kasse@boese.example"] });
        (refusal.Code, refusal.Message).Should().Match<(string Code, string Message)>(said => said.Code == SecureMailErrors.NoCertificate && !said.Message.Contains("Web Key Directory"));
        _web.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task WhoStandsInTheSettingsIsNotLookedUp()
    {
        _web.Keys[_advanced] = Octets(PgpTestKey.Make($"Angreifer <{Address}>"));

        await using var services = Services(_web, options => options.Recipients.Add(_key.ToRecipient(Address)));

        (await OpenAsync(await SealAsync(services))).IsEncrypted.Should().BeTrue();
        _web.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task WhoHasACertificateIsNotLookedUp()
    {
        await using var services = Services(_web, options => options.Recipients.Add(_lab.Mail.Authority.Issue(Address).ToRecipient()));

        (await SealAsync(services)).Should().Contain("application/pkcs7-mime");
        _web.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task OneWithACertificateOnlyStopsTheMail()
    {
        _web.Keys[_advanced] = Octets(_key);
        await using var services = Services(_web, options => options.Recipients.Add(_lab.Mail.Authority.Issue("amt@amt.example").ToRecipient()));

        (await RefusalAsync(services, _message with { To = [Address, "amt@amt.example"] })).Code.Should().Be(SecureMailErrors.MixedFormats);
    }

    [Fact]
    public async Task OfSeveralKeysTheOneThatWorksIsUsed()
    {
        _web.Keys[_advanced] = [.. Octets(PgpTestKey.Make($"Kasse <{Address}>").Revoked()), .. Octets(PgpTestKey.Make("Amt <amt@verein.example>")), .. Octets(_key)];
        await using var services = Services(_web);

        (await OpenAsync(await SealAsync(services))).IsEncrypted.Should().BeTrue();
    }

    [Theory]
    [InlineData("revoked", SecureMailErrors.CertificateRevoked)]
    [InlineData("expired", SecureMailErrors.CertificateExpired)]
    [InlineData("of another", SecureMailErrors.CertificateUnsuitable)]
    [InlineData("weak", SecureMailErrors.CertificateUnsuitable)]
    public async Task AKeyThatIsNotGoodStopsTheMail(string kind, string code)
    {
        _web.Keys[_advanced] = Octets(kind switch
        {
            "revoked" => _key.Revoked(),
            "expired" => PgpTestKey.Make($"Kasse <{Address}>", new KeyWish { Lifetime = 60 }),
            "weak" => PgpTestKey.Make($"Kasse <{Address}>", new KeyWish { RsaBits = 1024 }),
            _ => PgpTestKey.Make("Kasse <kasse@boese.example>"),
        });
        await using var services = Services(_web);

        var refusal = await RefusalAsync(services);

        (refusal.Code, refusal.RecipientIndex, refusal.Outcome).Should().Be((code, 0, MailOutcome.NotSent));
        refusal.Message.Should().Contain("Web Key Directory").And.NotContain("kasse").And.NotContain(Domain);
    }

    [Theory]
    [InlineData("too long", false)]
    [InlineData("armour", false)]
    [InlineData("broken", false)]
    [InlineData("version 6", false)]
    [InlineData("eleven keys", false)]
    public async Task WhatIsNoKeyIsNotUnknown(string kind, bool isTransient)
    {
        var octets = Octets(_key);
        _web.Keys[_advanced] = kind switch
        {
            "too long" => [.. Enumerable.Repeat(octets, 200).SelectMany(one => one)],
            "armour" => Encoding.ASCII.GetBytes(_key.PublicText),
            "broken" => octets[..^3],
            "version 6" => [octets[0], octets[1], 6, .. octets[3..]],
            _ => [.. Enumerable.Repeat(octets, 11).SelectMany(one => one)],
        };
        await using var services = Services(_web);

        var refusal = await RefusalAsync(services);

        (refusal.Code, refusal.IsTransient).Should().Be((SecureMailErrors.DirectoryUnavailable, isTransient));
        refusal.Message.Should().NotContain("kasse").And.NotContain(Domain);
    }

    [Fact]
    public async Task ADirectoryThatIsNotTrustedSaysNothing()
    {
        _web.Keys[_advanced] = Octets(_key);
        using var other = new KeyProxy("x.example");

        await using var strangers = Services(_web, options => options.OpenPgp.WebKeyDirectory.Domains[0].TrustAnchorsPem = other.AnchorPem);
        await using var platforms = Services(_web, options => options.OpenPgp.WebKeyDirectory.Domains[0].TrustAnchorsPem = null);

        (await RefusalAsync(strangers)).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
        (await RefusalAsync(platforms)).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
        _web.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://boese.example/key")]
    [InlineData("http://verein.example/key")]
    [InlineData("https://127.0.0.1/key")]
    public async Task RedirectsDoNotLeaveTheDomain(string target)
    {
        _web.RedirectTo = target;
        await using var services = Services(_web);

        (await RefusalAsync(services)).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
        _web.Asked.Should().HaveCount(1);
    }

    [Fact]
    public async Task AHostThatIsConfiguredToStandInsideIsCalledOnThereAndNoOtherIs()
    {
        await using var inside = Services(_web, options =>
        {
            (options.OpenPgp.WebKeyDirectory.Proxy, options.OpenPgp.WebKeyDirectory.Domains[0].Server) = (null, new Uri("https://127.0.0.1:9"));
        });
        await using var outside = Services(_web, options => (options.OpenPgp.WebKeyDirectory.Proxy, options.OpenPgp.WebKeyDirectory.Domains[0].Domain) = (null, "localhost.example"));

        (await RefusalAsync(inside)).Message.Should().Contain("not reached");
        (await RefusalAsync(outside, _message with { To = ["kasse@localhost.example"] })).Code.Should().Be(SecureMailErrors.DirectoryUnavailable);
    }

    [Fact]
    public async Task AKeyFromADirectoryMakesNoSignatureValid()
    {
        _web.Keys[_advanced] = Octets(_key);
        await using var services = Services(_web);
        var part = "Content-Type: text/plain\r\n\r\nx";
        var mail = Encoding.Latin1.GetBytes($"From: {Address}\r\nTo: {MailLab.Sender}\r\nMIME-Version: 1.0\r\n{PgpForge.SignedEntity(part, _key)}");

        await using var received = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail), TestContext.Current.CancellationToken);

        received.Verdict.Should().BeOfType<SignatureVerdict.UnknownSigner>();
        _web.Asked.Should().BeEmpty("nobody's mail makes this process call on anybody");
    }

    public void Dispose()
    {
        _web.Dispose();
        _lab.Dispose();
    }

    private static byte[] Octets(PgpTestKey key) => [.. key.Public.SelectMany(part => part.GetEncoded())];

    private ServiceProvider Services(KeyProxy web, Action<SecureMailOptions>? change = null) => _lab.Mail.Services(options =>
    {
        _lab.Fill(options);
        options.OpenPgp.WebKeyDirectory.Domains = [new WebKeyDomainOptions { Domain = Domain, TrustAnchorsPem = web.AnchorPem }];
        options.OpenPgp.WebKeyDirectory.Proxy = web.Address;
        change?.Invoke(options);
    });

    private static async Task<string> SealAsync(IServiceProvider services, SecureMessage? message = null)
    {
        using var mail = await services.GetRequiredService<MailSealer>().SealAsync(OutgoingPart.Whole(message ?? _message), services.GetRequiredKeyedService<MailSettingsSource>("").Current, TestContext.Current.CancellationToken);
        using var wire = new MemoryStream();
        await mail.Message.WriteToAsync(wire, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(wire.ToArray());
    }

    private static async Task<SecureMailException> RefusalAsync(IServiceProvider services, SecureMessage? message = null)
    {
        var sealing = () => SealAsync(services, message);
        return (await sealing.Should().ThrowAsync<SecureMailException>()).Which;
    }

    private Task<ReceivedMail> OpenAsync(string mail) => _lab.Mail.ReadAsync(Encoding.Latin1.GetBytes(mail), options => options.OpenPgp.DecryptionKeys = [_key.ToSecretOptions()]);
}
