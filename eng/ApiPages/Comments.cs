using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BaseComponents.ApiPages;

/// <summary>The comments of one assembly, by the identifier that the compiler gives a member.</summary>
internal sealed partial class Comments
{
    private readonly Dictionary<string, XElement> _members;

    private Comments(Dictionary<string, XElement> members) => _members = members;

    public static Comments Load(string file) =>
        new(XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    public XElement? Of(string identifier) => _members.GetValueOrDefault(identifier);

    /// <summary>The text of a comment as one paragraph of Markdown.</summary>
    public static string Text(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText words => Escape(words.Value),
                XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => $"`{Reference(reference)}`",
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "code" } block => $"\n\n```\n{block.Value.Trim('\n')}\n```\n\n",
                XElement other => Text(other) + " ",
                _ => "",
            });
        }

        return text.ToString().Contains("```", StringComparison.Ordinal) ? text.ToString().Trim() : Spaces().Replace(text.ToString(), " ").Trim();
    }

    private static string Reference(XElement element)
    {
        var whole = element.Attribute("cref")?.Value ?? element.Attribute("name")?.Value ?? element.Attribute("langword")?.Value ?? element.Attribute("href")?.Value ?? element.Value;
        var name = whole.Contains(':', StringComparison.Ordinal) && whole[1] == ':' ? whole[2..] : whole;
        var bare = name.Split('(')[0].Split("``")[0];
        var parts = bare.Split('.');
        return (whole.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : string.Join('.', parts[^2..])).Split('`')[0];
    }

    // What VitePress would read as a tag or as an expression.
    private static string Escape(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("{{", "{ {", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
