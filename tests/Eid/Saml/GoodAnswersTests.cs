using System.Security.Cryptography;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Whatever an honest identity provider may send is accepted.</summary>
public sealed class GoodAnswersTests
{
    public static TheoryData<string> Algorithms => new(
        ForgedSignature.RsaSha256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        ForgedSignature.PssSha256,
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1");

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signed_assertion(string algorithm) => Answers.Read(Answers.SignedAssertion(signature: new ForgedSignature { Algorithm = algorithm })).ShouldBeAccepted();

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_signed_response(string algorithm) => Answers.Read(Answers.SignedResponse(signature: new ForgedSignature { Algorithm = algorithm })).ShouldBeAccepted();

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#sha384")]
    [InlineData("http://www.w3.org/2001/04/xmlenc#sha512")]
    public void Longer_digests(string digest) => Answers.Read(Answers.SignedAssertion(signature: new ForgedSignature { DigestAlgorithm = digest })).ShouldBeAccepted();

    [Theory]
    [InlineData("xs")]
    [InlineData("xs xsi saml")]
    [InlineData("#default xs")]
    [InlineData("notdeclared")]
    public void Inclusive_prefixes(string prefixes) => Answers.Read(Answers.SignedAssertion(signature: new ForgedSignature { InclusivePrefixes = prefixes })).ShouldBeAccepted();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void An_encrypted_assertion_signed_within_or_around(bool signAssertion, bool signResponse) =>
        Answers.Read(Answers.Encrypted(signAssertion: signAssertion, signResponse: signResponse), Parties.Expectation with { RequireEncryption = true }).ShouldBeAccepted();

    public static TheoryData<string> Encryptions => new(Variants.Keys);

    private static readonly Dictionary<string, ForgedEncryption> Variants = new()
    {
        ["128"] = new() { Cipher = "http://www.w3.org/2009/xmlenc11#aes128-gcm" },
        ["192"] = new() { Cipher = "http://www.w3.org/2009/xmlenc11#aes192-gcm" },
        ["mgf1p with its digest named"] = new() { TransportContent = """<ds:DigestMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/>""" },
        ["oaep 1.1 with sha256"] = new()
        {
            Transport = ForgedEncryption.Oaep11,
            Padding = RSAEncryptionPadding.OaepSHA256,
            TransportContent = """<ds:DigestMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><e:MGF xmlns:e="http://www.w3.org/2009/xmlenc11#" Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/>""",
        },
        ["oaep 1.1 without parameters"] = new() { Transport = ForgedEncryption.Oaep11 },
        ["key beside the data"] = new() { KeyBeside = true },
        ["type not named"] = new() { Type = null },
        ["to the old key"] = new() { Recipient = Parties.OldEncryption },
    };

    [Theory]
    [MemberData(nameof(Encryptions))]
    public void Every_form_of_encryption(string variant) => Answers.Read(Answers.Encrypted(encryption: Variants[variant])).ShouldBeAccepted();

    [Fact]
    public void Legacy_encryption_where_it_is_switched_on_and_the_response_is_signed()
    {
        var answer = Answers.Read(Answers.Encrypted(encryption: new ForgedEncryption { Cipher = ForgedEncryption.Cbc256 }), Parties.Expectation with { AllowLegacyEncryption = true });

        answer.Should().BeOfType<SamlAnswer.Accepted>().Which.Assertion.UsedLegacyEncryption.Should().BeTrue();
    }

    [Fact]
    public void A_new_key_beside_the_old_one_and_an_expired_one_before_both()
    {
        var expired = Parties.Certificate("expired", fromDays: -30, toDays: -1);
        using var reader = Parties.ReaderOf(Parties.Asked with { SigningCertificates = [expired, Parties.NextIdentityProviderKey, Parties.IdentityProvider] });

        foreach (var signer in new[] { Parties.NextIdentityProviderKey, Parties.IdentityProvider })
            reader.Read(Utf8(Answers.SignedAssertion(signature: new ForgedSignature { Signer = signer }).OuterXml), Parties.Expectation).ShouldBeAccepted();
        reader.Read(Utf8(Answers.SignedAssertion(signature: new ForgedSignature { Signer = expired }).OuterXml), Parties.Expectation).ShouldBeRefused("signature-key");
    }

    [Fact]
    public void Comments_declarations_and_a_byte_order_mark_change_nothing()
    {
        var xml = Answers.SignedAssertion().OuterXml.Replace("MUSTERMANN", "MUSTER<!-- a comment -->MANN", StringComparison.Ordinal);

        var answer = Parties.Reader.Read([0xEF, 0xBB, 0xBF, .. Utf8("""<?xml version="1.0" encoding="UTF-8"?>""" + xml)], Parties.Expectation);

        answer.Should().BeOfType<SamlAnswer.Accepted>().Which.Assertion.Attributes["urn:oid:2.5.4.4"].Text.Should().Be("MUSTERMANN", "the text around a comment is one text, as it was signed");
    }

    [Fact]
    public void What_was_signed_is_what_is_read()
    {
        var attributes = """
            <saml:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" Name="urn:oid:2.5.4.16" akdb:TrustLevel="HOCH"><saml:AttributeValue>HEIDESTRAẞE 17 &amp; M&#x302;BANGO&#x303;</saml:AttributeValue></saml:Attribute>
            <saml:Attribute xmlns:ekona="http://www.elster.de/schema/ekona/saml/extensions" Name="Anschrift"><saml:AttributeValue xsi:type="ekona:AdresseType"><ekona:Typ>Inland</ekona:Typ><ekona:Ort>Fürth</ekona:Ort></saml:AttributeValue></saml:Attribute>
            <saml:Attribute Name="empty"/>
            """;

        var assertion = Answers.Read(Answers.SignedAssertion(new ForgedResponse { Attributes = attributes, ContextClasses = ["STORK-QAA-Level-4", "urn:low"] }))
            .Should().BeOfType<SamlAnswer.Accepted>().Subject.Assertion;

        assertion.Id.Should().Be("_assertion1");
        assertion.ContextClasses.Should().Equal("STORK-QAA-Level-4", "urn:low");
        assertion.Name.Should().Be(new SamlName("_name1", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"));
        assertion.ExpiresAt.Should().Be(Parties.Now.AddMinutes(5) + Parties.Expectation.ClockSkew);
        assertion.Attributes["urn:oid:2.5.4.16"].Text.Should().Be("HEIDESTRAẞE 17 & M\u0302BANGO\u0303");
        assertion.Attributes["urn:oid:2.5.4.16"].Extensions.Should().Equal(new Dictionary<string, string> { ["{https://www.akdb.de/request/2018/09}TrustLevel"] = "HOCH" });
        assertion.Attributes["Anschrift"].Values.Should().ContainSingle().Which.Parts.Should().Equal(new Dictionary<string, string> { ["Typ"] = "Inland", ["Ort"] = "Fürth" });
        assertion.Attributes["empty"].Text.Should().BeNull();
        assertion.ToString().Should().Be(nameof(SamlAssertion));
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
