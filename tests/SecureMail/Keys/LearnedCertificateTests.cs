using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal.Keys;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>What a received mail may teach, and all it may not.</summary>
public sealed class LearnedCertificateTests : IDisposable
{
    private static readonly SecureMessage _message = new() { To = [MailLab.Office], Subject = "Antrag", Text = "Text" };
    private readonly MailLab _lab = new();
    private readonly InMemoryLearnedCertificates _store = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheSignerOfAValidMailCanBeAnsweredEncrypted()
    {
        (await SendAsync()).Should().Be(SecureMailErrors.NoCertificate);

        await ReadAsync(_lab.OfficeKey);

        (await SendAsync()).Should().Be(SecureMailErrors.ServerUnreachable);
        (await KeptAsync()).Should().Be(Thumbprint(_lab.OfficeKey));
    }

    [Fact]
    public async Task NothingIsLearnedUnlessTheSettingsSaySo()
    {
        await ReadAsync(_lab.OfficeKey, options => options.LearnCertificates = false);
        (await _store.FindAsync(MailLab.Office, Cancelled)).Should().BeNull();

        await ReadAsync(_lab.OfficeKey);
        (await SendAsync(options => options.LearnCertificates = false)).Should().Be(SecureMailErrors.NoCertificate);
    }

    [Fact]
    public async Task ASelfMadeCertificateInTheNameOfTheOfficeNeverGetsIn()
    {
        using var stranger = TestKeys.Authority(_lab.Clock, "stranger");
        var attacker = stranger.Issue(MailLab.Office);

        await ReadAsync(attacker);
        (await SendAsync()).Should().Be(SecureMailErrors.NoCertificate);
        await ReadAsync(_lab.OfficeKey);
        await ReadAsync(attacker);

        (await KeptAsync()).Should().Be(Thumbprint(_lab.OfficeKey));
    }

    [Fact]
    public async Task ACertificateInSomebodyElsesMailNeverGetsIn()
    {
        await ReadMailAsync(Forge.Mail(Forge.Signed(_lab.OfficeKey), from: "fremd@boese.example"));
        await ReadMailAsync(Forge.Mail(Forge.Entity("Content-Type: text/plain\r\n\r\nanders", Forge.Signature(Forge.Part, _lab.OfficeKey))));
        await ReadMailAsync(Forge.Mail("Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n" + Forge.Signed(_lab.OfficeKey) + "--o--\r\n"));

        (await _store.FindAsync(MailLab.Office, Cancelled)).Should().BeNull();
    }

    [Fact]
    public async Task ACertificateThatOnlySignsTeachesNothing()
    {
        await ReadAsync(_lab.Authority.Issue(MailLab.Office, "1.3.6.1.5.5.7.3.4", X509KeyUsageFlags.DigitalSignature));

        (await _store.FindAsync(MailLab.Office, Cancelled)).Should().BeNull();
    }

    [Fact]
    public async Task PinnedAndDirectoryEntriesGoBefore()
    {
        await ReadAsync(_lab.OfficeKey);
        var expired = _lab.Authority.Issue(MailLab.Office, _lab.Clock.GetUtcNow().AddDays(-9), _lab.Clock.GetUtcNow().AddDays(-1));

        (await SendAsync(options => options.Recipients = [expired.ToRecipient()])).Should().Be(SecureMailErrors.CertificateExpired);
        (await SendAsync(build: mail => mail.AddCertificateSource(_ => new Register(expired)))).Should().Be(SecureMailErrors.CertificateExpired);
        (await SendAsync(build: mail => mail.AddCertificateSource(_ => new Register { Failure = new TimeoutException() }))).Should().Be(SecureMailErrors.DirectoryUnavailable);
    }

    [Fact]
    public async Task WhatWasLearnedIsCheckedAgainWhenItIsUsed()
    {
        var key = _lab.Authority.Issue(MailLab.Office, validUntil: _lab.Clock.GetUtcNow().AddDays(2));
        await ReadAsync(key);
        using var other = TestKeys.Authority(_lab.Clock, "stranger");
        var sender = other.Issue(MailLab.Sender);

        (await SendAsync(options => (options.TrustAnchorsPem, options.Sender.Certificate) = (other.AnchorPem, sender.ToOptions()))).Should().Be(SecureMailErrors.CertificateUntrusted);
        _lab.Clock.Advance(TimeSpan.FromDays(3));
        (await SendAsync()).Should().Be(SecureMailErrors.CertificateExpired);
    }

    [Fact]
    public async Task ANewerOneOfTheSameAuthorityTakesItsPlaceAndAnOlderOneDoesNot()
    {
        var now = _lab.Clock.GetUtcNow();
        var (older, newer) = (_lab.Authority.Issue(MailLab.Office, now.AddDays(-50)), _lab.Authority.Issue(MailLab.Office, now.AddDays(-1)));

        foreach (var (seen, kept) in new[] { (older, older), (newer, newer), (older, newer) })
        {
            await ReadAsync(seen);
            (await KeptAsync()).Should().Be(Thumbprint(kept));
        }
    }

    [Fact]
    public async Task AnotherTrustedAuthorityRedirectsNoMailAsLongAsTheOneKeptIsGood()
    {
        using var second = new HashAuthority(System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1, _lab.Clock);
        var first = _lab.Authority.Issue(MailLab.Office, _lab.Clock.GetUtcNow().AddDays(-30), _lab.Clock.GetUtcNow().AddHours(2));
        var other = second.Issue(MailLab.Office);
        void TrustsBoth(SecureMailOptions options) => options.TrustAnchorsPem = _lab.Authority.AnchorPem + "\n" + second.AnchorPem;
        await ReadAsync(first, TrustsBoth);

        await ReadAsync(other, TrustsBoth);
        (await KeptAsync()).Should().Be(Thumbprint(first));

        _lab.Clock.Advance(TimeSpan.FromHours(3));
        await ReadAsync(other, TrustsBoth);
        (await KeptAsync()).Should().Be(Thumbprint(other));
    }

    [Fact]
    public async Task AStoreThatFailsDoesNotTakeTheMailAway()
    {
        await using var services = _lab.Services(options => options.LearnCertificates = true, mail => mail.UseLearnedCertificateStore(_ => new BrokenStore()));

        var mail = await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(Forge.Mail(Forge.Signed(_lab.OfficeKey))), Cancelled);

        mail.Verdict.Should().BeOfType<SignatureVerdict.Valid>();
    }

    [Fact]
    public async Task TheMemoryHoldsALimitedNumberAndForgetsWhoWasSeenLongestAgo()
    {
        var now = _lab.Clock.GetUtcNow();
        for (var i = 0; i <= InMemoryLearnedCertificates.MaxKept; i++)
            await _store.KeepAsync(new LearnedCertificate { Address = $"amt{i}@amt.example", Encoded = new byte[] { 1 }, SeenAt = now.AddMinutes(i) }, Cancelled);

        (await _store.FindAsync("amt0@amt.example", Cancelled)).Should().BeNull();
        (await _store.FindAsync("AMT1@amt.example", Cancelled)).Should().NotBeNull();
    }

    public void Dispose() => _lab.Dispose();

    private static string Thumbprint(ThrowAwayMailKey key) => X509Certificate2.CreateFromPem(key.CertificatePem).Thumbprint;

    private async Task<string> KeptAsync() => X509CertificateLoader.LoadCertificate((await _store.FindAsync(MailLab.Office, Cancelled))!.Encoded.Span).Thumbprint;

    private Task ReadAsync(ThrowAwayMailKey signer, Action<SecureMailOptions>? change = null) => ReadMailAsync(Forge.Mail(Forge.Signed(signer)), change);

    private async Task ReadMailAsync(byte[] mail, Action<SecureMailOptions>? change = null)
    {
        await using var services = _lab.Services(options => Learns(options, change), mail => mail.UseLearnedCertificateStore(_ => _store));
        await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail), Cancelled);
    }

    private async Task<string> SendAsync(Action<SecureMailOptions>? change = null, Action<SecureMailBuilder>? build = null)
    {
        var fault = await _lab.RefusalAsync(_message, options => Learns(options, change), mail =>
        {
            mail.UseLearnedCertificateStore(_ => _store);
            build?.Invoke(mail);
        });
        return fault.Code;
    }

    private static void Learns(SecureMailOptions options, Action<SecureMailOptions>? change)
    {
        (options.Recipients, options.LearnCertificates) = ([], true);
        change?.Invoke(options);
    }

    private sealed class BrokenStore : ILearnedCertificateStore
    {
        public Task<LearnedCertificate?> FindAsync(string address, CancellationToken cancellationToken = default) => throw new InvalidOperationException();

        public Task KeepAsync(LearnedCertificate certificate, CancellationToken cancellationToken = default) => throw new InvalidOperationException();
    }
}
