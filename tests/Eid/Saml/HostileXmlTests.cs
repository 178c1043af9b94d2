using System.Diagnostics;
using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>What is no message at all, or one that would eat the reader.</summary>
public sealed class HostileXmlTests
{
    private static readonly string Good = Answers.SignedAssertion().OuterXml;

    private static readonly Dictionary<string, (Func<byte[]> Xml, string Reason)> Attacks = new()
    {
        ["nothing"] = (() => [], "xml-malformed"),
        ["no XML"] = (() => Utf8("hello"), "xml-malformed"),
        ["cut off"] = (() => Utf8(Good[..^20]), "xml-malformed"),
        ["two documents"] = (() => Utf8(Good + Good), "xml-malformed"),
        ["a DTD"] = (() => Utf8("<!DOCTYPE a>" + Good), "xml-doctype"),
        ["an external entity"] = (() => Utf8("""<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>""" + Good.Replace("ERIKA", "&e;", StringComparison.Ordinal)), "xml-doctype"),
        ["a billion laughs"] = (() => Utf8("""<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>"""), "xml-doctype"),
        ["an undeclared entity"] = (() => Utf8(Good.Replace("ERIKA", "&e;", StringComparison.Ordinal)), "xml-malformed"),
        ["a processing instruction"] = (() => Utf8(Good.Replace("ERIKA", "ERIKA<?php x?>", StringComparison.Ordinal)), "xml-node-ProcessingInstruction"),
        ["a style sheet"] = (() => Utf8("""<?xml-stylesheet href="a.xsl"?>""" + Good), "xml-node-ProcessingInstruction"),
        ["UTF-16"] = (() => Encoding.Unicode.GetBytes(Good), "xml-malformed"),
        ["Latin-1"] = (() => Encoding.Latin1.GetBytes(Good.Replace("ERIKA", "JÜRGEN", StringComparison.Ordinal)), "xml-not-utf8"),
        ["half a character"] = (() => [.. Utf8(Good), 0xC3], "xml-not-utf8"),
        ["a relative namespace"] = (() => Utf8(Good.Replace("<saml:Conditions ", """<saml:Conditions xmlns:r="relative" """, StringComparison.Ordinal)), "xml-namespace-relative"),
        ["a rooted namespace"] = (() => Utf8(Good.Replace("<saml:Conditions ", """<saml:Conditions xmlns:r="/rooted" """, StringComparison.Ordinal)), "xml-namespace-relative"),
        ["an identifier twice"] = (() => Utf8(Good.Replace("<saml:Conditions ", """<saml:Conditions Id="_assertion1" """, StringComparison.Ordinal)), "xml-identifier-twice"),
        ["another root"] = (() => Utf8("<a/>"), "response-shape"),
        ["30 MB"] = (() => Utf8("<a>" + new string('x', 30_000_000) + "</a>"), "xml-too-long"),
        ["10,000 attributes"] = (() => Utf8($"<a {string.Concat(Enumerable.Range(0, 10_000).Select(i => $"a{i}='1' "))}/>"), "xml-too-many-attributes"),
        ["depth 10,000"] = (() => Utf8(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))), "xml-too-deep"),
        ["20,000 elements"] = (() => Utf8($"<a>{string.Concat(Enumerable.Repeat("<b/>", 20_000))}</a>"), "xml-too-many-elements"),
    };

    public static TheoryData<string> Names => new(Attacks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused(string name) => Parties.Reader.Read(Attacks[name].Xml(), Parties.Expectation).ShouldBeRefused(Attacks[name].Reason);

    [Theory]
    [InlineData("30 MB")]
    [InlineData("10,000 attributes")]
    [InlineData("depth 10,000")]
    [InlineData("20,000 elements")]
    public void What_is_too_much_is_not_read_to_its_end(string name)
    {
        var xml = Attacks[name].Xml();
        Parties.Reader.Read(xml, Parties.Expectation);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();

        Parties.Reader.Read(xml, Parties.Expectation);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000_000);
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(2), "far more than it takes, for machines that are busy");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
