using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using CsCheck;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>The canonical form against that of the framework, over generated trees, and against what the specifications print.</summary>
public sealed class CanonicalFormTests
{
    private static readonly string[] Prefixes = ["", "a", "b", "c", "xs"];
    private static readonly string[] Uris = ["urn:one", "urn:two", "http://three.example/"];
    private static readonly string[] Names = ["x", "Y", "z-1", "ä", "字"];
    private static readonly string[] Texts = ["", " ", "\n\t", "text", "a<b>&\"'c", "\r", "ẞ M\u0302 \U0001F600", "]]>"];

    [Fact]
    public void It_is_that_of_the_framework() => Trees.Sample(
        xml =>
        {
            var ours = HostileXml.Read(Encoding.UTF8.GetBytes(xml), new XmlLimits { AttributesPerElement = 100 });
            foreach (var prefixes in new[] { null, "a b", "#default c", "xs #default" })
                Text(ExclusiveCanonicalForm.Of(ours.DocumentElement!, prefixes)).Should().Be(Framework(xml, prefixes), $"{prefixes} of {xml}");
        },
        iter: 1000);

    [Fact]
    public void An_element_left_out_is_as_if_it_had_never_been()
    {
        var document = HostileXml.Read("<a xmlns='urn:a'><b>1</b><c xmlns:p='urn:p' p:q='2'/>text</a>"u8, new XmlLimits());
        var leftOut = (XmlElement)document.DocumentElement!.FirstChild!;

        Text(ExclusiveCanonicalForm.Of(document.DocumentElement, leftOut: leftOut)).Should().Be("""<a xmlns="urn:a"><c xmlns:p="urn:p" p:q="2"></c>text</a>""");
    }

    [Theory]
    // Exclusive XML Canonicalization 1.0, section 2.2: the same element within two contexts has one form.
    [InlineData("""<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>""")]
    [InlineData("""<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="preserve"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>""")]
    public void The_context_does_not_matter(string xml)
    {
        var element = (XmlElement)HostileXml.Read(Encoding.UTF8.GetBytes(xml), new XmlLimits()).DocumentElement!.FirstChild!;

        Text(ExclusiveCanonicalForm.Of(element)).Should().Be("""<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>""");
    }

    [Fact]
    public void Attributes_are_ordered_by_code_points_of_namespace_and_name()
    {
        // Canonical XML 1.0, section 3.3. U+FB01 comes before U+10400, though its unit of UTF-16 is the greater one.
        var document = HostileXml.Read("<e xmlns:b='urn:b' xmlns:a='urn:c' xmlns:d='urn:\U00010400' xmlns:c='urn:\uFB01' d:y='4' c:y='5' b:z='1' a:a='2' z='3' A='6'/>"u8, new XmlLimits());

        Text(ExclusiveCanonicalForm.Of(document.DocumentElement!)).Should().Be(
            """<e xmlns:a="urn:c" xmlns:b="urn:b" xmlns:c="urn:ﬁ" xmlns:d="urn:𐐀" A="6" z="3" b:z="1" a:a="2" c:y="5" d:y="4"></e>""");
    }

    private static readonly Gen<string> Trees = Gen.Recursive<string>((depth, inner) =>
        from prefix in OneOf(Prefixes)
        from uri in OneOf(Uris)
        from name in OneOf(Names)
        from declared in Gen.Select(OneOf(Prefixes), OneOf(Uris)).Array[0, 3]
        from attributes in Gen.Select(OneOf(Names), OneOf(Texts)).Array[0, 3]
        from children in depth < 3 ? Gen.OneOf(inner, OneOf(Texts).Select(Escape)).Array[0, 4] : OneOf(Texts).Select(Escape).Array[0, 2]
        select Write(prefix, uri, name, declared, attributes, children));

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Write(string prefix, string uri, string name, (string, string)[] declared, (string, string)[] attributes, string[] children)
    {
        var qualified = prefix.Length == 0 ? name : $"{prefix}:{name}";
        var declarations = declared.Prepend((prefix, uri)).DistinctBy(pair => pair.Item1)
            .Select(pair => pair.Item1.Length == 0 ? $" xmlns='{pair.Item2}'" : $" xmlns:{pair.Item1}='{pair.Item2}'");
        var plain = attributes.DistinctBy(pair => pair.Item1).Select(pair => $" {pair.Item1}='{Escape(pair.Item2)}'");
        var qualifiedAttributes = prefix.Length == 0 ? [] : attributes.DistinctBy(pair => pair.Item1).Select(pair => $" {prefix}:{pair.Item1}='{Escape(pair.Item2)}'");
        return $"<{qualified}{string.Concat(declarations)}{string.Concat(plain)}{string.Concat(qualifiedAttributes)}>{string.Concat(children)}</{qualified}>";
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal).Replace("\r", "&#xD;", StringComparison.Ordinal)
        .Replace("\n", "&#xA;", StringComparison.Ordinal).Replace("\t", "&#x9;", StringComparison.Ordinal);

    private static string Framework(string xml, string? prefixes)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        var transform = new XmlDsigExcC14NTransform(includeComments: false, prefixes);
        transform.LoadInput(document);
        using var reader = new StreamReader((Stream)transform.GetOutput(typeof(Stream)));
        return reader.ReadToEnd();
    }

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);
}
