using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using BaseComponents.Tests.Contracts.SecureMail;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.SecureMail.TimeStamps;

/// <summary>Signatures are judged when the mail came, or when somebody who is trusted says that they were there; never at the time that the signer claims.</summary>
public sealed class TimeOfJudgementTests : IClassFixture<MailLab>, IDisposable
{
    private static readonly CertificateOrder Service = new() { Subject = "CN=Time", Purposes = [CertificateOrder.TimeStamping], ArePurposesCritical = true, Usage = X509KeyUsageFlags.DigitalSignature, IsRsa = true };
    private readonly MailLab _lab;
    private readonly CertificateMint _mint;
    private readonly DateTimeOffset _now;
    private readonly ThrowAwayMailKey _old;

    public TimeOfJudgementTests(MailLab lab)
    {
        (_lab, _now, _mint) = (lab, lab.Clock.GetUtcNow(), new CertificateMint(lab.Clock, "CN=Time Stamp Authority"));
        _old = lab.Authority.Issue(MailLab.Office, _now.AddYears(-2), _now.AddDays(-10));
    }

    [Theory]
    [InlineData(-20, typeof(SignatureVerdict.Valid))]
    [InlineData(-9, typeof(SignatureVerdict.Expired))]
    [InlineData(-1000, typeof(SignatureVerdict.Expired))]
    [InlineData(1000, typeof(SignatureVerdict.Expired))]
    public async Task AMailThatWasKeptIsJudgedAsOfItsReception(int days, Type verdict) =>
        (await ReadAsync(Forge.Signature(Forge.Part, _old), receivedAt: _now.AddDays(days))).Should().BeOfType(verdict);

    [Fact]
    public async Task WhatWillBeValidIsNotValidYetWhateverTimeIsGiven()
    {
        var coming = _lab.Authority.Issue(MailLab.Office, _now.AddDays(1), _now.AddDays(9));

        (await ReadAsync(Forge.Signature(Forge.Part, coming), receivedAt: _now.AddDays(5))).Should().BeOfType<SignatureVerdict.Expired>();
    }

    [Fact]
    public async Task ATrustedStampFromBeforeTheEndMakesAnExpiredCertificateGood()
    {
        var valid = (await StampedAsync(Service, _now.AddDays(-20))).Should().BeOfType<SignatureVerdict.Valid>().Which;

        valid.TrustedTime.Should().Be(_now.AddDays(-20));
    }

    [Fact]
    public async Task WithoutAnchorsNoStampCounts() =>
        (await StampedAsync(Service, _now.AddDays(-20), options => options.TimeStampAnchorsPem = null)).Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task TheAnchorsOfMailAreNoneForTime() =>
        (await StampedAsync(Service, _now.AddDays(-20), options => (options.TrustAnchorsPem, options.TimeStampAnchorsPem) = (options.TrustAnchorsPem + "\n" + _mint.AnchorPem, _lab.Authority.AnchorPem)))
            .Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task AStampFromAfterTheEndDoesNotHelp() => (await StampedAsync(Service, _now.AddDays(-5))).Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task AStampFromBeforeTheBeginningHarms() => (await StampedAsync(Service, _now.AddYears(-3))).Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task AStampMustBeOverThisSignature() =>
        (await ReadAsync(TimeStamper.Add(Forge.Signature(Forge.Part, _old), signature => Stamp(Service, [.. signature, 0], _now.AddDays(-20))))).Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task AStampMustUseAGoodHash() => (await ReadAsync(TimeStamper.Add(Forge.Signature(Forge.Part, _old), signature =>
    {
        using var service = _mint.Issue(Service);
        return TimeStamper.Stamp(signature, service, _now.AddDays(-20), imprint: "1.3.14.3.2.26");
    }))).Should().BeOfType<SignatureVerdict.Expired>();

    [Theory]
    [InlineData("1.2.840.113549.1.7.1", true)]
    [InlineData("1.2.840.113549.1.9.16.1.4", false)]
    public async Task AStampMustSayThatItIsOneAndWhose(string type, bool namesItself) => (await ReadAsync(TimeStamper.Add(Forge.Signature(Forge.Part, _old), signature =>
    {
        using var service = _mint.Issue(Service);
        return TimeStamper.Stamp(signature, service, _now.AddDays(-20), type: type, namesItself: namesItself);
    }))).Should().BeOfType<SignatureVerdict.Expired>();

    /// <summary>Otherwise the stamp could be put under any other certificate of the same key (RFC 5035 section 1).</summary>
    [Fact]
    public async Task AStampThatNamesAnotherCertificateDoesNotCount() => (await ReadAsync(TimeStamper.Add(Forge.Signature(Forge.Part, _old), signature =>
    {
        using var service = _mint.Issue(Service);
        using var other = _mint.Issue(Service);
        return TimeStamper.Stamp(signature, service, _now.AddDays(-20), named: other);
    }))).Should().BeOfType<SignatureVerdict.Expired>();

    [Fact]
    public async Task TheCertificateOfAStampIsForStampsAloneAndSaysSoCritically()
    {
        var notCritical = Service with { ArePurposesCritical = false };
        var others = Service with { Purposes = [CertificateOrder.TimeStamping, CertificateOrder.EmailProtection] };
        var mail = Service with { Purposes = [CertificateOrder.EmailProtection] };
        var expired = Service with { From = _now.AddYears(-1), Until = _now.AddDays(-1) };

        foreach (var order in new[] { notCritical, others, mail, expired })
            (await StampedAsync(order, _now.AddDays(-20))).Should().BeOfType<SignatureVerdict.Expired>();
    }

    [Fact]
    public async Task ARevokedServiceIsNotBelieved()
    {
        using var service = _mint.Issue(Service);
        var signature = TimeStamper.Add(Forge.Signature(Forge.Part, _old), value => TimeStamper.Stamp(value, service, _now.AddDays(-20)));

        (await ReadAsync(signature)).Should().BeOfType<SignatureVerdict.Valid>();
        (await ReadAsync(signature, options => options.Revocation.Lists = [_mint.List([service])])).Should().BeOfType<SignatureVerdict.Expired>();
    }

    [Fact]
    public async Task AStampThatDoesNotCountHarmsNoGoodSignature()
    {
        var signature = Forge.Signature(Forge.Part, _lab.OfficeKey);

        (await ReadAsync(TimeStamper.Add(signature, _ => [0x30, 0x03, 0x02, 0x01, 0x01]))).Should().BeOfType<SignatureVerdict.Valid>().Which.TrustedTime.Should().BeNull();
        (await ReadAsync(TimeStamper.Add(signature, value => Stamp(Service, value, _now.AddDays(3))))).Should().BeOfType<SignatureVerdict.Valid>().Which.TrustedTime.Should().BeNull();
    }

    [Fact]
    public async Task NoOctetOfAStampCanBeChanged()
    {
        using var service = _mint.Issue(Service);
        var signature = Forge.Signature(Forge.Part, _old);
        byte[]? stamp = null;
        TimeStamper.Add(signature, value => stamp = TimeStamper.Stamp(value, service, _now.AddDays(-20)));
        for (var at = 0; at < stamp!.Length; at += 29)
        {
            var changed = (byte[])stamp.Clone();
            changed[at] ^= 0x01;
            if (await TryReadAsync(() => TimeStamper.Add(signature, _ => changed)) is SignatureVerdict.Valid valid)
                valid.TrustedTime.Should().Be(_now.AddDays(-20), $"octet {at} was changed");
        }
    }

    [Fact]
    public async Task OpensslReadsTheStampsOfTheseTests()
    {
        using var openssl = OpenSsl.OrSkip();
        using var service = _mint.Issue(Service);
        openssl.File("data", "data");
        openssl.File("stamp", TimeStamper.Stamp("data"u8.ToArray(), service, _now));
        openssl.File("root.pem", _mint.AnchorPem);

        (await openssl.RunAsync("ts", "-verify", "-data", "data", "-in", "stamp", "-token_in", "-CAfile", "root.pem")).Should().Contain("Verification: OK");
    }

    public void Dispose() => _mint.Dispose();

    private byte[] Stamp(CertificateOrder order, byte[] data, DateTimeOffset time)
    {
        using var service = _mint.Issue(order);
        return TimeStamper.Stamp(data, service, time);
    }

    private Task<SignatureVerdict> StampedAsync(CertificateOrder order, DateTimeOffset time, Action<SecureMailOptions>? change = null) =>
        ReadAsync(TimeStamper.Add(Forge.Signature(Forge.Part, _old), signature => Stamp(order, signature, time)), change);

    private async Task<SignatureVerdict?> TryReadAsync(Func<byte[]> signature)
    {
        try
        {
            return await ReadAsync(signature());
        }
        catch (CryptographicException)
        {
            // The framework does not put what is no DER at all into a message.
            return null;
        }
    }

    private async Task<SignatureVerdict> ReadAsync(byte[] signature, Action<SecureMailOptions>? change = null, DateTimeOffset? receivedAt = null)
    {
        await using var services = _lab.Services(options =>
        {
            options.TimeStampAnchorsPem = _mint.AnchorPem;
            change?.Invoke(options);
        });
        var mail = new MemoryStream(Forge.Mail(Forge.Entity(Forge.Part, signature)));
        return (await services.GetRequiredService<ISecureMailReader>().OpenAsync(mail, receivedAt ?? _now)).Verdict;
    }
}
