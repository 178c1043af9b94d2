using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.Shared;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace BaseComponents.Tests.SecureMail.OpenPgp;

/// <summary>Which keys may be used for what, and every way of looking usable without being so.</summary>
public sealed class OpenPgpKeyTests
{
    private const string Address = MailLab.Office;
    private const string UserId = "Steueramt <" + Address + ">";
    private static readonly DateTimeOffset _now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AGoodKeySignsWithItsPrimaryAndEncryptsWithItsSubkey()
    {
        var made = PgpTestKey.Make(UserId);
        var key = KeyText.ReadPublic(made.PublicText);

        key.Find(KeyUse.Encrypt, Address, _now).Key!.KeyId.Should().Be(made.Encryption.KeyId);
        key.Find(KeyUse.Sign, Address, _now).Key!.KeyId.Should().Be(made.Primary.KeyId);
        key.Fingerprint.Should().Be(made.Fingerprint).And.HaveLength(40);
    }

    [Fact]
    public void ASigningSubkeyThatAgreesIsPreferred()
    {
        var made = PgpTestKey.Make(UserId, new KeyWish { HasSigningSubkey = true });

        KeyText.ReadPublic(made.PublicText).Find(KeyUse.Sign, Address, _now).Key!.KeyId.Should().Be(made.Public[2].KeyId);
    }

    [Fact]
    public void AKeyWithoutValiditySaysSo()
    {
        Fault(PgpTestKey.Make(UserId, new KeyWish { Lifetime = 3600 })).Should().Be(KeyFault.Expired);
        Fault(PgpTestKey.Make(UserId, new KeyWish { SubkeyLifetime = 3600 })).Should().Be(KeyFault.Expired);
        Fault(PgpTestKey.Make(UserId, new KeyWish { Created = _now.UtcDateTime.AddDays(1) })).Should().Be(KeyFault.NotYetValid);
        Fault(PgpTestKey.Make("Steueramt <anderes@amt.example>")).Should().Be(KeyFault.AddressMismatch);
        Fault(PgpTestKey.Make(UserId, new KeyWish { Hash = HashAlgorithmTag.Sha1 })).Should().Be(KeyFault.AddressMismatch);
        Fault(PgpTestKey.Make(UserId, new KeyWish { SubkeyFlags = 0x20 })).Should().Be(KeyFault.WrongUsage);
        Fault(PgpTestKey.Make(UserId, new KeyWish { SubkeyFlags = 0 })).Should().Be(KeyFault.WrongUsage);
        Fault(PgpTestKey.Make(UserId, new KeyWish { RsaBits = 1024 })).Should().Be(KeyFault.WeakKey);
        Fault(PgpTestKey.Make(UserId, new KeyWish { RsaBits = 2048 })).Should().Be(KeyFault.None);
        Fault(PgpTestKey.Make(UserId, new KeyWish { PrimaryFlags = PgpKeyFlags.CanCertify }), KeyUse.Sign).Should().Be(KeyFault.WrongUsage);
        Fault(PgpTestKey.Make(UserId, new KeyWish { More = new UnknownSubpacket() })).Should().Be(KeyFault.AddressMismatch);
    }

    [Fact]
    public void ARevokedKeyIsNotUsed()
    {
        var key = PgpTestKey.Make(UserId);
        var revocation = key.Sign(PgpSignature.KeyRevocation, generator => generator.GenerateCertification(key.Primary));

        Fault(key.With(PgpPublicKey.AddCertification(key.Primary, revocation), key.Encryption)).Should().Be(KeyFault.Revoked);
    }

    [Fact]
    public void ARevokedSubkeyIsNotUsed()
    {
        var key = PgpTestKey.Make(UserId);
        var revocation = key.Sign(PgpSignature.SubkeyRevocation, generator => generator.GenerateCertification(key.Primary, key.Encryption));

        Fault(key.With(key.Primary, PgpPublicKey.AddCertification(key.Encryption, revocation))).Should().Be(KeyFault.Revoked);
    }

    [Fact]
    public void ARevocationWithSha1IsBelieved()
    {
        var key = PgpTestKey.Make(UserId);
        var revocation = key.Sign(PgpSignature.KeyRevocation, generator => generator.GenerateCertification(key.Primary), hash: HashAlgorithmTag.Sha1);

        Fault(key.With(PgpPublicKey.AddCertification(key.Primary, revocation), key.Encryption)).Should().Be(KeyFault.Revoked);
    }

    [Fact]
    public void AUserIdThatWasTakenBackNamesNobody()
    {
        var key = PgpTestKey.Make(UserId);
        var later = PgpTestKey.Says(new KeyWish { Created = KeyWish.Morning.AddDays(1) }, 0, 0);
        var revocation = key.Sign(PgpSignature.CertificationRevocation, generator => generator.GenerateCertification(UserId, key.Primary), later);

        Fault(key.With(PgpPublicKey.AddCertification(key.Primary, UserId, revocation), key.Encryption)).Should().Be(KeyFault.AddressMismatch);
    }

    [Fact]
    public void ASecondUserIdWithTheAddressKeepsTheKeyInUse()
    {
        var key = PgpTestKey.Make(UserId);
        var renamed = "Finanzamt <" + Address + ">";
        var says = PgpTestKey.Says(new KeyWish(), PgpKeyFlags.CanSign, 0);
        var revocation = key.Sign(
            PgpSignature.CertificationRevocation, generator => generator.GenerateCertification(UserId, key.Primary), PgpTestKey.Says(new KeyWish { Created = KeyWish.Morning.AddDays(1) }, 0, 0));
        var primary = PgpPublicKey.AddCertification(key.Primary, renamed, key.Sign(PgpSignature.PositiveCertification, generator => generator.GenerateCertification(renamed, key.Primary), says));

        Fault(key.With(PgpPublicKey.AddCertification(primary, UserId, revocation), key.Encryption)).Should().Be(KeyFault.None);
    }

    [Fact]
    public void AUserIdOfSomebodyElsesMakingNamesNobody()
    {
        var (key, attacker) = (PgpTestKey.Make("Steueramt <anderes@amt.example>"), PgpTestKey.Make("x@y.example"));
        var says = PgpTestKey.Says(new KeyWish(), PgpKeyFlags.CanSign, 0);
        var claimed = attacker.Sign(PgpSignature.PositiveCertification, generator => generator.GenerateCertification(UserId, key.Primary), says);

        Fault(key.With(PgpPublicKey.AddCertification(key.Primary, UserId, claimed), key.Encryption)).Should().Be(KeyFault.AddressMismatch);
    }

    [Fact]
    public void ASubkeyWhoseBindingIsForgedIsNotUsed()
    {
        var (key, attacker) = (PgpTestKey.Make(UserId), PgpTestKey.Make(UserId));

        // With the attacker's binding, with one that claims to be the victim's, and with none.
        Fault(key.With(key.Primary, attacker.Encryption)).Should().Be(KeyFault.WrongUsage);
        var says = PgpTestKey.Says(new KeyWish(), PgpKeyFlags.CanEncryptCommunications, 0);
        var binding = attacker.Sign(PgpSignature.SubkeyBinding, generator =>
        {
            var hint = new PgpSignatureSubpacketGenerator();
            hint.SetIssuerKeyID(false, key.Primary.KeyId);
            generator.SetUnhashedSubpackets(hint.Generate());
            return generator.GenerateCertification(key.Primary, attacker.Encryption);
        }, says);
        Fault(key.With(key.Primary, PgpPublicKey.AddCertification(Bare(attacker.Encryption), binding))).Should().Be(KeyFault.WrongUsage);
        Fault(key.With(key.Primary, Bare(attacker.Encryption))).Should().Be(KeyFault.WrongUsage);
    }

    [Fact]
    public void ASigningSubkeyThatDoesNotAgreeIsNotUsed()
    {
        var (key, other) = (PgpTestKey.Make(UserId, new KeyWish { PrimaryFlags = PgpKeyFlags.CanCertify }), PgpTestKey.Make(UserId, new KeyWish { HasSigningSubkey = true }));
        var foreign = Bare(other.Public[2]);
        PgpSignature Binding(PgpSignature? agreement) => key.Sign(
            PgpSignature.SubkeyBinding, generator => generator.GenerateCertification(key.Primary, foreign), PgpTestKey.Says(new KeyWish(), PgpKeyFlags.CanSign, 0, embedded: agreement));
        var agreementWithAnother = other.Sign(PgpSignature.PrimaryKeyBinding, generator => generator.GenerateCertification(other.Primary, foreign), by: other.Public[2]);
        var agreement = other.Sign(PgpSignature.PrimaryKeyBinding, generator => generator.GenerateCertification(key.Primary, foreign), by: other.Public[2]);

        Fault(key.With(key.Primary, PgpPublicKey.AddCertification(foreign, Binding(null))), KeyUse.Sign).Should().Be(KeyFault.WrongUsage);
        Fault(key.With(key.Primary, PgpPublicKey.AddCertification(foreign, Binding(agreementWithAnother))), KeyUse.Sign).Should().Be(KeyFault.WrongUsage);
        Fault(key.With(key.Primary, PgpPublicKey.AddCertification(foreign, Binding(agreement))), KeyUse.Sign).Should().Be(KeyFault.None);
    }

    [Theory]
    [InlineData("steueramt@amt.example", true)]
    [InlineData("Steueramt <steueramt@amt.example>", true)]
    [InlineData("Steueramt (Post) <steueramt@AMT.example> ", true)]
    [InlineData("Steueramt <Steueramt@amt.example>", false)]
    [InlineData("steueramt@amt.example <x@y.example>", false)]
    [InlineData("<steueramt@amt.example> <x@y.example>", false)]
    [InlineData("<x@y.example> <steueramt@amt.example>", false)]
    [InlineData("<steueramt@amt.example", false)]
    [InlineData("xsteueramt@amt.example", false)]
    [InlineData("steueramt@amt.example.evil.example", false)]
    [InlineData("\"steueramt@amt.example\"@evil.example", false)]
    [InlineData("", false)]
    public void AUserIdNamesExactlyOneAddress(string userId, bool isNamed) => UserIds.Names(userId, Address).Should().Be(isNamed);

    [Fact]
    public void OnlyOneWholeKeyOfVersion4IsRead()
    {
        var key = PgpTestKey.Make(UserId, new KeyWish { Passphrase = "geheim" });
        var octets = key.Public.SelectMany(part => part.GetEncoded()).ToArray();
        var version = octets.ToArray();
        version[octets[0] is 0x98 or 0xC6 ? 2 : 3] = 6;

        Refusal(() => KeyText.ReadPublic(key.SecretText)).Should().Contain("exactly one");
        Refusal(() => KeyText.ReadPublic(key.PublicText + key.PublicText)).Should().Contain("exactly one");
        Refusal(() => KeyText.ReadPublic("")).Should().Contain("exactly one");
        Refusal(() => KeyText.ReadPublic(key.PublicText + new string(' ', 1_000_000))).Should().Contain("exactly one");
        Refusal(() => KeyText.ReadPublic(PgpTestKey.Text("PUBLIC KEY BLOCK", [.. octets, .. octets]))).Should().Contain("exactly one");
        Refusal(() => KeyText.ReadPublic(PgpTestKey.Text("PUBLIC KEY BLOCK", version))).Should().Contain("version 4");
        Refusal(() => KeyText.ReadPublic(PgpTestKey.Text("PUBLIC KEY BLOCK", octets[..^3]))).Should().Contain("broken");
        Refusal(() => KeyText.ReadSecret(key.SecretText, "falsch")).Should().Contain("passphrase").And.NotContain("falsch");
        KeyText.ReadSecret(key.SecretText, "geheim").Private.Should().HaveCount(2);
    }

    [Fact]
    public void NoFlippedByteMakesAKeyOfAnother()
    {
        var key = PgpTestKey.Make(UserId);
        var octets = key.Public.SelectMany(part => part.GetEncoded()).ToArray();

        for (var offset = 0; offset < octets.Length; offset++)
        {
            octets[offset] ^= 0x20;
            try
            {
                var (_, found) = KeyText.ReadPublic(PgpTestKey.Text("PUBLIC KEY BLOCK", octets)).Find(KeyUse.Encrypt, Address, _now);
                if (found is not null)
                    found.GetFingerprint().Should().Equal(key.Encryption.GetFingerprint(), "octet {0} was changed", offset);
            }
            catch (CertificateSourceException exception)
            {
                exception.Message.Should().NotBeEmpty();
            }

            octets[offset] ^= 0x20;
        }
    }

    private static KeyFault Fault(PgpTestKey key, KeyUse? use = null) => KeyText.ReadPublic(key.PublicText).Find(use ?? KeyUse.Encrypt, Address, _now).Fault;

    private static PgpPublicKey Bare(PgpPublicKey key) => key.GetSignatures().ToList().Aggregate(key, PgpPublicKey.RemoveCertification);

    private static string Refusal(Func<object> read) => read.Should().Throw<CertificateSourceException>().Which.Message;
}
