using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;
using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Encrypted assertions that were changed, weakly encrypted, or hide what nobody signed.</summary>
public sealed class EncryptionAttackTests
{
    public static TheoryData<string> Names => new(EncryptionAttacks.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused(string name) => Answers.Read(Answers.Encrypted(encryption: EncryptionAttacks.All[name].Encryption, signResponse: false)).ShouldBeRefused(EncryptionAttacks.All[name].Reason);

    [Fact]
    public void What_was_not_signed_before_and_is_not_signed_within_is_refused() =>
        Answers.Read(Answers.Encrypted(signAssertion: false, signResponse: false)).ShouldBeRefused("nothing-signed");

    [Fact]
    public void A_signature_by_the_attacker_within_is_refused()
    {
        var document = new ForgedResponse().ToXml();
        new ForgedSignature { Signer = Parties.Attacker }.Apply(Answers.AssertionOf(document));
        new ForgedEncryption().Apply(Answers.AssertionOf(document));

        Answers.Read(document).ShouldBeRefused("signature-key");
    }

    [Fact]
    public void A_plain_assertion_is_refused_where_encryption_is_demanded() =>
        Answers.Read(Answers.SignedResponse(), Parties.Expectation with { RequireEncryption = true }).ShouldBeRefused("assertion-not-encrypted");

    [Fact]
    public void Legacy_encryption_is_not_opened_before_the_response_is_verified()
    {
        var allowed = Parties.Expectation with { AllowLegacyEncryption = true };
        var encryption = new ForgedEncryption { Cipher = ForgedEncryption.Cbc256 };

        Answers.Read(Answers.Encrypted(encryption: encryption, signResponse: false), allowed).ShouldBeRefused("encryption-legacy-unsigned");
    }

    [Fact]
    public void Whatever_is_wrong_with_a_legacy_content_looks_alike()
    {
        var allowed = Parties.Expectation with { AllowLegacyEncryption = true };
        foreach (var change in new Func<byte[], byte[]>[] { bytes => EncryptionAttacks.Flip(bytes, bytes.Length - 1), bytes => EncryptionAttacks.Flip(bytes, 20), bytes => bytes[..^16], bytes => bytes[..^1] })
        {
            var encryption = new ForgedEncryption { Cipher = ForgedEncryption.Cbc256, ChangeContent = change };
            Answers.Read(Answers.Encrypted(encryption: encryption, signAssertion: false), allowed).Should().BeOfType<SamlAnswer.Refused>()
                .Which.Reason.Should().Be(EncryptionAttacks.DoesNotOpen);
        }
    }
}
