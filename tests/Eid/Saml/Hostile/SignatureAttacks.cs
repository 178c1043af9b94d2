using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Signatures of another form, algorithm or key than the ones allowed, and the reason for which each is refused.</summary>
internal static class SignatureAttacks
{
    private const string C14n10 = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";

    public static Dictionary<string, (ForgedSignature Signature, string Reason)> All { get; } = new()
    {
        ["key of the attacker, certificate in KeyInfo"] = (new() { Signer = Parties.Attacker }, "signature-key"),
        ["RSA with SHA-1"] = (new() { Algorithm = ForgedSignature.Dsig + "rsa-sha1" }, "signature-algorithm"),
        ["SHA-1 digest"] = (new() { DigestAlgorithm = ForgedSignature.Dsig + "sha1" }, "signature-digest-algorithm"),
        ["HMAC with the public key"] = (new() { Algorithm = More + "hmac-sha256" }, "signature-algorithm"),
        ["HMAC-SHA1 with the public key"] = (new() { Algorithm = ForgedSignature.Dsig + "hmac-sha1" }, "signature-algorithm"),
        ["DSA"] = (new() { Algorithm = ForgedSignature.Dsig + "dsa-sha1" }, "signature-algorithm"),
        ["MD5"] = (new() { Algorithm = More + "rsa-md5" }, "signature-algorithm"),
        ["algorithm without a name"] = (new() { Algorithm = "" }, "signature-algorithm"),
        ["PSS parameters in the document"] = (new() { MethodContent = "<x/>" }, "signature-algorithm-parameters"),
        ["HMAC length"] = (new() { MethodContent = "<ds:HMACOutputLength>1</ds:HMACOutputLength>" }, "signature-algorithm-parameters"),
        ["canonical form with comments"] = (new() { CanonicalizationXml = $"""<ds:CanonicalizationMethod Algorithm="{ForgedSignature.ExclusiveC14n}WithComments"/>""" }, "signature-canonicalization"),
        ["inclusive canonical form of the signature"] = (new() { CanonicalizationXml = $"""<ds:CanonicalizationMethod Algorithm="{C14n10}"/>""" }, "signature-canonicalization"),
        ["canonicalization with content"] = (new() { CanonicalizationXml = $"""<ds:CanonicalizationMethod Algorithm="{ForgedSignature.ExclusiveC14n}"><x/></ds:CanonicalizationMethod>""" }, "signature-canonicalization-parameters"),
        ["reference with comments"] = (Transforms(ForgedSignature.Enveloped, ForgedSignature.ExclusiveC14n + "WithComments"), "signature-canonicalization"),
        ["reference with the inclusive form"] = (Transforms(ForgedSignature.Enveloped, C14n10), "signature-canonicalization"),
        ["no transforms"] = (new() { TransformsXml = "" }, "signature-reference"),
        ["enveloped transform alone"] = (Transforms(ForgedSignature.Enveloped), "signature-transforms"),
        ["canonical transform alone"] = (Transforms(ForgedSignature.ExclusiveC14n), "signature-transforms"),
        ["transforms in the other order"] = (Transforms(ForgedSignature.ExclusiveC14n, ForgedSignature.Enveloped), "signature-transforms"),
        ["a third transform"] = (Transforms(ForgedSignature.Enveloped, ForgedSignature.ExclusiveC14n, ForgedSignature.ExclusiveC14n), "signature-transforms"),
        ["XSLT"] = (Transforms("http://www.w3.org/TR/1999/REC-xslt-19991116", ForgedSignature.ExclusiveC14n), "signature-transforms"),
        ["XPath"] = (Transforms("http://www.w3.org/TR/1999/REC-xpath-19991116", ForgedSignature.ExclusiveC14n), "signature-transforms"),
        ["XPath filter"] = (Transforms(ForgedSignature.Enveloped, "http://www.w3.org/2002/06/xmldsig-filter2"), "signature-canonicalization"),
        ["base64"] = (Transforms(ForgedSignature.Dsig + "base64", ForgedSignature.ExclusiveC14n), "signature-transforms"),
        ["enveloped transform with content"] = (new() { TransformsXml = $"""<ds:Transforms><ds:Transform Algorithm="{ForgedSignature.Enveloped}"><x/></ds:Transform><ds:Transform Algorithm="{ForgedSignature.ExclusiveC14n}"/></ds:Transforms>""" }, "signature-transforms"),
        ["reference to the whole document"] = (new() { Uri = "" }, "signature-of-another-element"),
        ["reference by XPointer"] = (new() { Uri = "#xpointer(/)" }, "signature-of-another-element"),
        ["reference to another element"] = (new() { Uri = "#_elsewhere" }, "signature-of-another-element"),
        ["reference to a file"] = (new() { Uri = "file:///etc/passwd" }, "signature-of-another-element"),
        ["reference over the network"] = (new() { Uri = "http://attacker.example/a.xml" }, "signature-of-another-element"),
        ["no reference"] = (new() { ChangeSignedInfo = WithoutReference }, "signature-signed-info"),
        ["two references"] = (new() { ChangeSignedInfo = text => text.Replace("</ds:SignedInfo>", ReferenceOf(text) + "</ds:SignedInfo>", StringComparison.Ordinal) }, "signature-signed-info"),
        ["reference before the method"] = (new() { ChangeSignedInfo = text => WithoutReference(text).Replace("<ds:SignatureMethod", ReferenceOf(text) + "<ds:SignatureMethod", StringComparison.Ordinal) }, "signature-signed-info"),
        ["manifest in an object"] = (new() { AfterValue = "<ds:Object><ds:Manifest/></ds:Object>" }, "signature-object"),
        ["properties in an object"] = (new() { AfterValue = "<ds:Object/>" }, "signature-object"),
        ["second SignedInfo"] = (new() { AfterValue = "<ds:SignedInfo/>" }, "signature-object"),
    };

    private static ForgedSignature Transforms(params string[] uris) => new()
    {
        TransformsXml = $"<ds:Transforms>{string.Concat(uris.Select(uri => $"""<ds:Transform Algorithm="{uri}"/>"""))}</ds:Transforms>",
    };

    private static string ReferenceOf(string signedInfo) => signedInfo[signedInfo.IndexOf("<ds:Reference ", StringComparison.Ordinal)..signedInfo.IndexOf("</ds:SignedInfo>", StringComparison.Ordinal)];

    private static string WithoutReference(string signedInfo) => signedInfo.Replace(ReferenceOf(signedInfo), "", StringComparison.Ordinal);
}
