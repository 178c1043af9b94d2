using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Revocation;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.SecureMail.Keys;

/// <summary>What was found good once is not good for ever, nor for anything else.</summary>
public sealed class RememberedPathTests : IDisposable
{
    private const string Office = "steueramt@amt.example";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly CertificateMint _mint;
    private readonly CertificatePolicy _policy;

    public RememberedPathTests()
    {
        _mint = new CertificateMint(_clock);
        var off = new RevocationOptions { Recipients = RevocationPolicy.Off, Sender = RevocationPolicy.Off, Signers = RevocationPolicy.Off };
        _policy = new CertificatePolicy([_mint.Root], RevocationSetup.Rules(off, _clock), _clock);
    }

    [Fact]
    public async Task ACertificateThatEndsWhileItIsRememberedHasExpired()
    {
        using var office = _mint.Issue(Order with { Until = _clock.GetUtcNow().AddMinutes(5) });

        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.Expired));
    }

    [Fact]
    public async Task AnotherTimeIsAnotherQuestion()
    {
        using var office = _mint.Issue(Order);
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));

        (await CheckAsync(office, at: _clock.GetUtcNow().AddYears(2))).Should().Be(nameof(CertificateFault.Expired));
        (await CheckAsync(office, at: _clock.GetUtcNow().AddYears(-2))).Should().Be(nameof(CertificateFault.NotYetValid));
    }

    [Fact]
    public async Task AnotherAddressOrUseIsAnotherQuestion()
    {
        using var office = _mint.Issue(Order with { Usage = X509KeyUsageFlags.KeyEncipherment });
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));

        (await CheckAsync(office, "mallory@amt.example")).Should().Be(nameof(CertificateFault.AddressMismatch));
        (await CheckAsync(office, use: nameof(MailUse.Sign))).Should().Be(nameof(CertificateFault.WrongUsage));
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));
    }

    [Fact]
    public async Task WhatIsNotGoodIsLookedAtEachTime()
    {
        using var office = _mint.Issue(Order with { From = _clock.GetUtcNow().AddMinutes(5) });

        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.NotYetValid));
        _clock.Advance(TimeSpan.FromMinutes(6));
        (await CheckAsync(office)).Should().Be(nameof(CertificateFault.None));
    }

    [Fact]
    public void ItIsForgottenAfterTenMinutesAndWhenTheClockGoesBack()
    {
        using var office = _mint.Issue(Order);
        var (remembered, question, now) = (new RememberedPaths(_clock), PathQuestion.Of(office, Office, MailUse.Encrypt, []), _clock.GetUtcNow());
        remembered.Keep(question, new CertificatePath([office, _mint.Root]));

        remembered.Find(question, now).Should().NotBeNull();
        _clock.Advance(RememberedPaths.LookAgain - TimeSpan.FromTicks(1));
        remembered.Find(question, now).Should().NotBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        remembered.Find(question, now).Should().BeNull();
        var back = new FakeTimeProvider(now);
        var later = new RememberedPaths(back);
        later.Keep(question, new CertificatePath([office, _mint.Root]));
        back.AdjustTime(now.AddHours(-1));
        later.Find(question, now).Should().BeNull();
    }

    [Fact]
    public void IntermediatesAreAPartOfTheQuestion()
    {
        using var office = _mint.Issue(Order);
        using var other = _mint.Issue(Order with { Addresses = ["other@amt.example"] });

        PathQuestion[] questions =
        [
            PathQuestion.Of(office, Office, MailUse.Encrypt, []), PathQuestion.Of(office, Office, MailUse.Encrypt, [_mint.Root]),
            PathQuestion.Of(office, Office, MailUse.Encrypt, [_mint.Root, other]), PathQuestion.Of(office, Office, MailUse.Encrypt, [other, _mint.Root]),
            PathQuestion.Of(other, Office, MailUse.Encrypt, []), PathQuestion.Of(office, Office, MailUse.Verify, []), PathQuestion.Of(office, "s" + Office, MailUse.Encrypt, []),
        ];

        questions.Should().OnlyHaveUniqueItems();
        PathQuestion.Of(office, Office, MailUse.Encrypt, [_mint.Root]).Should().Be(questions[1]);
    }

    [Fact]
    public void NotMoreThanAThousandAreKept()
    {
        using var office = _mint.Issue(Order);
        var remembered = new RememberedPaths(_clock);
        var path = new CertificatePath([office, _mint.Root]);
        PathQuestion[] questions = [.. Enumerable.Range(0, 2 * RememberedPaths.MaxEntries).Select(number => PathQuestion.Of(office, $"{number}@amt.example", MailUse.Encrypt, []))];
        foreach (var question in questions)
        {
            remembered.Keep(question, path);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        questions.Count(question => remembered.Find(question, _clock.GetUtcNow()) is not null).Should().BeInRange(1, RememberedPaths.MaxEntries);
        remembered.Find(questions[^1], _clock.GetUtcNow()).Should().NotBeNull();
    }

    public void Dispose() => _mint.Dispose();

    private static CertificateOrder Order => CertificateOrder.For(Office) with { IsRsa = true };

    private async Task<string> CheckAsync(X509Certificate2 certificate, string address = Office, string use = nameof(MailUse.Encrypt), DateTimeOffset? at = null) =>
        (await _policy.CheckAsync(certificate, address, Enum.Parse<MailUse>(use), [], at, default)).Fault.ToString();
}
