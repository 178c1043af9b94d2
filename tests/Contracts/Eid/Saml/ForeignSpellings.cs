namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>One message, written as different platforms write it. The names and what they mean are the same.</summary>
internal static class ForeignSpellings
{
    private const string SchemaDeclarations = "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    public static string OtherPrefixes(string xml) => Rename(Rename(xml, "samlp", "ns2"), "saml", "ns7");

    public static string DefaultNamespaceOfTheAssertion(string xml) => xml.Replace("xmlns:saml=", "xmlns=", StringComparison.Ordinal).Replace("saml:", "", StringComparison.Ordinal);

    public static string DefaultNamespaceOfTheProtocol(string xml) => xml.Replace("xmlns:samlp=", "xmlns=", StringComparison.Ordinal).Replace("samlp:", "", StringComparison.Ordinal);

    public static string OneLine(string xml) => System.Text.RegularExpressions.Regex.Replace(xml, @">\s+<", "><");

    public static string WindowsLines(string xml) => xml.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

    public static string SpaceInTags(string xml) => xml.Replace(" Version=", "\n\t Version = ", StringComparison.Ordinal).Replace("\"/>", "\"\n />", StringComparison.Ordinal);

    public static string Comments(string xml) => xml.Replace("MUSTERMANN", "MUSTER<!-- - -->MANN", StringComparison.Ordinal).Replace("<saml:Subject>", "<!-- who --><saml:Subject>", StringComparison.Ordinal);

    /// <summary>The prefixes of the list stand on the assertion, so that they go with it when it is encrypted.</summary>
    public static string SchemaOnTheAssertion(string xml) => xml.Replace("<saml:Assertion ", $"<saml:Assertion {SchemaDeclarations} ", StringComparison.Ordinal);

    public static string Letters(string xml) => xml.Replace("ERIKA", "ERIKA &amp; &lt;ẞ&gt; M\u0302 \U0001F600 &quot;'", StringComparison.Ordinal);

    public static string CData(string xml) => xml.Replace("ERIKA", "<![CDATA[ERIKA]]>", StringComparison.Ordinal);

    private static string Rename(string xml, string prefix, string other) =>
        xml.Replace($"xmlns:{prefix}=", $"xmlns:{other}=", StringComparison.Ordinal).Replace($"<{prefix}:", $"<{other}:", StringComparison.Ordinal).Replace($"</{prefix}:", $"</{other}:", StringComparison.Ordinal);
}
