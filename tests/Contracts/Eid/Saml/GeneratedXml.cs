using System.Globalization;
using CsCheck;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>Documents as strange as XML allows: namespaces bound anew and unbound, attributes in any order, every way to write a character, comments, CDATA, attributes of xml itself.</summary>
internal static class GeneratedXml
{
    private static readonly string[] Prefixes = ["", "a", "b", "c", "x-1", "ä"];
    // libxml2 takes no letters beyond ASCII here, and writes an ampersand unescaped.
    private static readonly string[] Uris = ["urn:one", "urn:two", "http://three.example/a?b", "urn:One", "urn:one:more"];
    private static readonly string[] Names = ["x", "Y", "z-1", "ä", "字", "_", "Id.2"];
    private static readonly string[] Values = ["", " ", "plain", "&lt;&gt;&amp;&quot;&apos;", "&#9;&#10;&#13;", "a\tb\nc", "ẞ M\u0302 \U0001F600", ">", "&#x1F600;", "a\r\nb"];
    private static readonly string[] Contents = ["text", "&lt;&gt;&amp;", ">", "\r\n", "a\rb", "&#13;", "\t \n", "\"'", "ẞ\u0302\U0001F600", "<!-- a comment -->", "<!---->", "<![CDATA[<raw> & ]]>", "<![CDATA[]]>", "<![CDATA[a]]><![CDATA[b]]>", "]]&gt;"];
    private static readonly string[] OwnAttributes = ["xml:lang='de'", "xml:space='preserve'", "xml:base='http://base.example/'"];

    public static Gen<string> Documents { get; } =
        from root in Elements()
        from before in OneOf(["", "<?xml version='1.0' encoding='UTF-8'?>\r\n", "<!-- before -->", "\n\n"])
        from after in OneOf(["", "\n", "<!-- after -->"])
        select before + root + after;

    private static Gen<string> Elements() => Gen.Recursive<string>((depth, inner) =>
        from prefix in OneOf(Prefixes)
        from uri in OneOf(Uris)
        from name in OneOf(Names)
        from declared in Gen.Select(OneOf(Prefixes), OneOf([.. Uris, ""])).Array[0, 4]
        from plain in Gen.Select(OneOf(Names), OneOf(Values)).Array[0, 4]
        from qualified in Gen.Select(OneOf(Names), OneOf(Values)).Array[0, 3]
        from own in OneOf(OwnAttributes).Array[0, 3]
        from seed in Gen.Int[0, 1000]
        from children in depth < 4 ? Gen.OneOf(inner, OneOf(Contents)).Array[0, 5] : OneOf(Contents).Array[0, 3]
        select Write(prefix, uri, name, declared, plain, qualified, own, seed, children));

    private static string Write(string prefix, string uri, string name, (string Prefix, string Uri)[] declared, (string Name, string Value)[] plain, (string Name, string Value)[] qualified, string[] own, int seed, string[] children)
    {
        var tag = Qualified(prefix, name);
        var declarations = declared.Prepend((Prefix: prefix, Uri: uri)).DistinctBy(pair => pair.Prefix)
            // A prefix cannot be unbound; the default namespace can.
            .Select(pair => $"{(pair.Prefix.Length == 0 ? "xmlns" : "xmlns:" + pair.Prefix)}='{(pair.Uri.Length == 0 && pair.Prefix.Length > 0 ? Uris[0] : pair.Uri)}'");
        var attributes = plain.DistinctBy(pair => pair.Name).Select(pair => $"{pair.Name}='{pair.Value}'")
            .Concat(prefix.Length == 0 ? [] : qualified.DistinctBy(pair => pair.Name).Select(pair => $"{Qualified(prefix, pair.Name)}=\"{pair.Value}\""));
        var all = declarations.Concat(attributes).Concat(own.Distinct()).OrderBy(text => HashOf(text, seed)).Select(text => " " + text);
        return $"<{tag}{string.Concat(all)}>{string.Concat(children)}</{tag}>";
    }

    // An order that has nothing to do with the alphabet, and is the same in each run.
    private static int HashOf(string text, int seed) => text.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));

    private static string Qualified(string prefix, string name) => prefix.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{prefix}:{name}");

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
