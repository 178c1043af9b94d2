using System.Security.Cryptography;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Encrypted assertions that were changed, weakly encrypted, or hide what nobody signed.</summary>
public sealed class EncryptionAttackTests
{
    private const string DoesNotOpen = "assertion-does-not-open";

    private static readonly Dictionary<string, (ForgedEncryption Encryption, string Reason)> Attacks = new()
    {
        ["tag flipped"] = (new() { ChangeContent = bytes => Flip(bytes, bytes.Length - 1) }, DoesNotOpen),
        ["text flipped"] = (new() { ChangeContent = bytes => Flip(bytes, 40) }, DoesNotOpen),
        ["nonce flipped"] = (new() { ChangeContent = bytes => Flip(bytes, 0) }, DoesNotOpen),
        ["tag cut"] = (new() { ChangeContent = bytes => bytes[..^4] }, DoesNotOpen),
        ["content cut to nothing"] = (new() { ChangeContent = _ => [] }, DoesNotOpen),
        ["wrapped key flipped"] = (new() { ChangeKey = bytes => Flip(bytes, 5) }, DoesNotOpen),
        ["wrapped key cut"] = (new() { ChangeKey = bytes => bytes[..^1] }, DoesNotOpen),
        ["to somebody else"] = (new() { Recipient = Parties.Attacker }, DoesNotOpen),
        ["CBC without the switch"] = (new() { Cipher = ForgedEncryption.Cbc256 }, "encryption-legacy-not-allowed"),
        ["3DES"] = (new() { ChangeXml = Replace(ForgedEncryption.Gcm256, "http://www.w3.org/2001/04/xmlenc#tripledes-cbc") }, "encryption-algorithm"),
        ["key transport PKCS#1 v1.5"] = (new() { Transport = "http://www.w3.org/2001/04/xmlenc#rsa-1_5", Padding = RSAEncryptionPadding.Pkcs1 }, "key-transport-algorithm"),
        ["hash and mask that differ"] = (new() { Transport = ForgedEncryption.Oaep11, TransportContent = """<ds:DigestMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>""" }, "key-transport-hashes"),
        ["a label"] = (new() { TransportContent = "<xenc:OAEPparams>AAAA</xenc:OAEPparams>" }, "key-transport-parameters"),
        ["a parameter nobody knows"] = (new() { TransportContent = "<x/>" }, "key-transport-parameters"),
        ["content elsewhere"] = (new() { ChangeXml = xml => xml.Replace("<xenc:CipherData><xenc:CipherValue>", """<xenc:CipherData><xenc:CipherReference URI="http://attacker.example"/><xenc:CipherValue>""", StringComparison.Ordinal) }, "encryption-value"),
        ["content of another type"] = (new() { Type = "http://www.w3.org/2001/04/xmlenc#Content" }, "encryption-type"),
        ["no key"] = (new() { ChangeXml = xml => System.Text.RegularExpressions.Regex.Replace(xml, "<ds:KeyInfo.*</ds:KeyInfo>", "") }, "encryption-keys"),
        ["many keys"] = (new() { KeyBeside = true, ChangeXml = xml => xml.Replace("</saml:EncryptedAssertion>", string.Concat(Enumerable.Repeat(KeyIn(xml), 4)) + "</saml:EncryptedAssertion>", StringComparison.Ordinal) }, "encryption-keys"),
        ["two contents"] = (new() { ChangeXml = xml => xml.Replace("</saml:EncryptedAssertion>", DataIn(xml) + "</saml:EncryptedAssertion>", StringComparison.Ordinal) }, "encryption-shape"),
        ["no XML within"] = (new() { ChangePlainText = _ => "no xml" }, "xml-malformed"),
        ["a DTD within"] = (new() { ChangePlainText = text => "<!DOCTYPE a [<!ENTITY e 'x'>]>" + text }, "xml-doctype"),
        ["two assertions within"] = (new() { ChangePlainText = text => $"<a>{text}{text.Replace("_assertion1", "_assertion2", StringComparison.Ordinal)}</a>" }, "assertion-shape"),
        ["an assertion within an assertion"] = (new() { ChangePlainText = text => text.Replace("</saml:Assertion>", """<saml:Advice><saml:Assertion ID="_decoy"/></saml:Advice></saml:Assertion>""", StringComparison.Ordinal) }, "assertion-not-single"),
        ["another element within"] = (new() { ChangePlainText = text => text.Replace("saml:Assertion", "saml:Advice", StringComparison.Ordinal) }, "assertion-shape"),
        ["an encrypted assertion within"] = (new() { ChangePlainText = _ => """<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>""" }, "assertion-shape"),
    };

    public static TheoryData<string> Names => new(Attacks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_refused(string name) => Answers.Read(Answers.Encrypted(encryption: Attacks[name].Encryption, signResponse: false)).ShouldBeRefused(Attacks[name].Reason);

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
        foreach (var change in new Func<byte[], byte[]>[] { bytes => Flip(bytes, bytes.Length - 1), bytes => Flip(bytes, 20), bytes => bytes[..^16], bytes => bytes[..^1] })
        {
            var encryption = new ForgedEncryption { Cipher = ForgedEncryption.Cbc256, ChangeContent = change };
            Answers.Read(Answers.Encrypted(encryption: encryption, signAssertion: false), allowed).Should().BeOfType<SamlAnswer.Refused>()
                .Which.Reason.Should().BeOneOf(DoesNotOpen);
        }
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }

    private static Func<string, string> Replace(string old, string @new) => xml => xml.Replace(old, @new, StringComparison.Ordinal);

    private static string KeyIn(string xml) => Between(xml, "<xenc:EncryptedKey", "</xenc:EncryptedKey>");

    private static string DataIn(string xml) => Between(xml, "<xenc:EncryptedData", "</xenc:EncryptedData>");

    private static string Between(string xml, string start, string end) => xml[xml.IndexOf(start, StringComparison.Ordinal)..(xml.IndexOf(end, StringComparison.Ordinal) + end.Length)];
}
