using System.Xml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>What a signature is made of: each part once, in its order, and no longer than it can be.</summary>
public sealed class SignatureShapeTests
{
    private const string OtherNamespace = "urn:x";

    // A change of the finished signature, which signs itself no further than its SignedInfo; null: it is accepted.
    private static readonly Dictionary<string, (Action<XmlElement> Change, string? Reason)> Changed = new()
    {
        ["nothing in it"] = (signature => signature.InnerXml = "", "signature-shape"),
        ["no SignedInfo"] = (signature => Remove(signature, "SignedInfo"), "signature-shape"),
        ["no value"] = (signature => Remove(signature, "SignatureValue"), "signature-shape"),
        ["the value first"] = (signature => signature.PrependChild(Part(signature, "SignatureValue")), "signature-shape"),
        ["SignedInfo of another namespace"] = (signature => Rename(signature, "SignedInfo"), "signature-shape"),
        ["a value of another namespace"] = (signature => Rename(signature, "SignatureValue"), "signature-shape"),
        ["no KeyInfo"] = (signature => Remove(signature, "KeyInfo"), null),
        ["KeyInfo of another namespace"] = (signature => Rename(signature, "KeyInfo"), "signature-object"),
        ["KeyInfo twice"] = (signature => signature.AppendChild(Part(signature, "KeyInfo").CloneNode(deep: true)), "signature-object"),
        ["a value that is no base64"] = (signature => Part(signature, "SignatureValue").InnerText = "not base64!", "signature-value"),
        ["a value with an element in it"] = (signature => Part(signature, "SignatureValue").InnerXml += "<x/>", "signature-value"),
        ["a value as long as one may be"] = (signature => Part(signature, "SignatureValue").InnerText = Zeros(2048), "signature-key"),
        ["a longer value"] = (signature => Part(signature, "SignatureValue").InnerText = Zeros(2049), "signature-value"),
        ["no value within"] = (signature => Part(signature, "SignatureValue").InnerText = "", "signature-key"),
    };

    // A change of SignedInfo before it is signed.
    private static readonly Dictionary<string, (Func<string, string> Change, string Reason)> Signed = new()
    {
        ["a digest that is no base64"] = (text => WithDigest(text, "not base64!"), "signature-digest-value"),
        ["a digest with an element in it"] = (text => WithDigest(text, "<x/>"), "signature-digest-value"),
        ["a digest as long as one may be"] = (text => WithDigest(text, Zeros(64)), "signature-digest"),
        ["a longer digest"] = (text => WithDigest(text, Zeros(65)), "signature-digest-value"),
        ["the beginning of the digest"] = (text => WithDigest(text, DigestOf(text)[..40]), "signature-digest"),
        ["no digest"] = (text => WithDigest(text, ""), "signature-digest"),
        ["a digest with parameters"] = (text => text.Replace($"<ds:DigestMethod Algorithm=\"{ForgedSignature.Sha256}\"/>", $"<ds:DigestMethod Algorithm=\"{ForgedSignature.Sha256}\"><x/></ds:DigestMethod>", StringComparison.Ordinal), "signature-digest-algorithm"),
        ["a digest of no name"] = (text => text.Replace($"<ds:DigestMethod Algorithm=\"{ForgedSignature.Sha256}\"/>", "<ds:DigestMethod/>", StringComparison.Ordinal), "signature-digest-algorithm"),
        ["two digests"] = (text => text.Replace("</ds:DigestValue>", "</ds:DigestValue><ds:DigestValue/>", StringComparison.Ordinal), "signature-reference"),
        ["a reference without address"] = (text => text.Replace(" URI=\"#_assertion1\"", "", StringComparison.Ordinal), "signature-of-another-element"),
        ["a reference without its sign"] = (text => text.Replace("URI=\"#", "URI=\"", StringComparison.Ordinal), "signature-of-another-element"),
    };

    public static TheoryData<string> NamesOfChanged => new(Changed.Keys);

    public static TheoryData<string> NamesOfSigned => new(Signed.Keys);

    [Theory]
    [MemberData(nameof(NamesOfChanged))]
    public void Of_the_signature(string name)
    {
        var document = Answers.SignedAssertion();
        Changed[name].Change(Answers.SignatureOf(Answers.AssertionOf(document)));

        if (Changed[name].Reason is { } reason)
            Answers.Read(document).ShouldBeRefused(reason);
        else
            Answers.Read(document).ShouldBeAccepted();
    }

    [Theory]
    [MemberData(nameof(NamesOfSigned))]
    public void Of_what_is_signed(string name)
    {
        string Change(string text)
        {
            var changed = Signed[name].Change(text);
            changed.Should().NotBe(text, "the case changes something");
            return changed;
        }

        Answers.Read(Answers.SignedAssertion(signature: new ForgedSignature { ChangeSignedInfo = Change })).ShouldBeRefused(Signed[name].Reason);
    }

    private static XmlElement Part(XmlElement signature, string name) => signature.ChildNodes.OfType<XmlElement>().Single(child => child.LocalName == name);

    private static void Remove(XmlElement signature, string name) => signature.RemoveChild(Part(signature, name));

    private static void Rename(XmlElement signature, string name)
    {
        var old = Part(signature, name);
        var other = old.OwnerDocument.CreateElement("x", name, OtherNamespace);
        other.InnerXml = old.InnerXml;
        signature.ReplaceChild(other, old);
    }

    private static string Zeros(int bytes) => Convert.ToBase64String(new byte[bytes]);

    private static string DigestOf(string signedInfo) => signedInfo[(signedInfo.IndexOf("<ds:DigestValue>", StringComparison.Ordinal) + 16)..signedInfo.IndexOf("</ds:DigestValue>", StringComparison.Ordinal)];

    private static string WithDigest(string signedInfo, string digest) => signedInfo.Replace(DigestOf(signedInfo), digest, StringComparison.Ordinal);
}
