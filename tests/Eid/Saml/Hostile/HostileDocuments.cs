using System.Text;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>What is no message at all, or one that would eat the reader: made from the text of a good one, with the reason for which each is refused.</summary>
internal static class HostileDocuments
{
    public static Dictionary<string, (Func<string, byte[]> Xml, string Reason)> All { get; } = new()
    {
        ["nothing"] = (good => [], "xml-malformed"),
        ["no XML"] = (good => Utf8("hello"), "xml-malformed"),
        ["cut off"] = (good => Utf8(good[..^20]), "xml-malformed"),
        ["two documents"] = (good => Utf8(good + good), "xml-malformed"),
        ["a DTD"] = (good => Utf8("<!DOCTYPE a>" + good), "xml-doctype"),
        ["an external entity"] = (good => Utf8("""<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>""" + InIssuer(good, "&e;")), "xml-doctype"),
        ["a billion laughs"] = (good => Utf8("""<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>"""), "xml-doctype"),
        ["an undeclared entity"] = (good => Utf8(InIssuer(good, "&e;")), "xml-malformed"),
        ["a processing instruction"] = (good => Utf8(InIssuer(good, "<?php x?>")), "xml-node-ProcessingInstruction"),
        ["a style sheet"] = (good => Utf8("""<?xml-stylesheet href="a.xsl"?>""" + good), "xml-node-ProcessingInstruction"),
        ["UTF-16"] = (good => Encoding.Unicode.GetBytes(good), "xml-malformed"),
        ["Latin-1"] = (good => Encoding.Latin1.GetBytes(InIssuer(good, "Ü")), "xml-not-utf8"),
        ["half a character"] = (good => [.. Utf8(good), 0xC3], "xml-not-utf8"),
        ["a relative namespace"] = (good => Utf8(InStatus(good, "xmlns:r='relative'")), "xml-namespace-relative"),
        ["a rooted namespace"] = (good => Utf8(InStatus(good, "xmlns:r='/rooted'")), "xml-namespace-relative"),
        ["an identifier twice"] = (good => Utf8(InStatus(good, "Id='_response1'")), "xml-identifier-twice"),
        ["another root"] = (good => Utf8("<a/>"), "response-shape"),
        ["30 MB"] = (good => Utf8("<a>" + new string('x', 30_000_000) + "</a>"), "xml-too-long"),
        ["10,000 attributes"] = (good => Utf8($"<a {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a{i}='1' "))}/>"), "xml-too-many-attributes"),
        ["depth 10,000"] = (good => Utf8(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))), "xml-too-deep"),
        ["20,000 elements"] = (good => Utf8($"<a>{string.Concat(Enumerable.Repeat("<b/>", 20_000))}</a>"), "xml-too-many-elements"),
    };

    private static string InIssuer(string good, string text) => good.Replace("</saml:Issuer>", text + "</saml:Issuer>", StringComparison.Ordinal);

    private static string InStatus(string good, string attribute) => good.Replace("<samlp:Status>", $"<samlp:Status {attribute}>", StringComparison.Ordinal);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
