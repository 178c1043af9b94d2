using System.Security.Cryptography;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Encrypted assertions that were changed, weakly encrypted, or hide what nobody signed, and the reason for which each is refused.</summary>
internal static class EncryptionAttacks
{
    public const string DoesNotOpen = "assertion-does-not-open";

    public static Dictionary<string, (ForgedEncryption Encryption, string Reason)> All { get; } = new()
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
        ["two assertions within"] = (new() { ChangePlainText = text => $"<a>{text}{text.Replace(" ID=\"", " ID=\"_second", StringComparison.Ordinal)}</a>" }, "assertion-shape"),
        ["an assertion within an assertion"] = (new() { ChangePlainText = text => text.Replace("</saml:Assertion>", """<saml:Advice><saml:Assertion ID="_decoy"/></saml:Advice></saml:Assertion>""", StringComparison.Ordinal) }, "assertion-not-single"),
        ["another element within"] = (new() { ChangePlainText = text => text.Replace("saml:Assertion", "saml:Advice", StringComparison.Ordinal) }, "assertion-shape"),
        ["an encrypted assertion within"] = (new() { ChangePlainText = _ => """<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>""" }, "assertion-shape"),
    };

    public static byte[] Flip(byte[] bytes, int at)
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
