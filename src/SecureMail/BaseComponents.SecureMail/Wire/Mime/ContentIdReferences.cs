using System.Text.RegularExpressions;
using MimeKit.Text;

namespace BaseComponents.SecureMail.Wire.Mime;

/// <summary>Which parts of its mail an HTML document refers to, in attributes and in style sheets.</summary>
internal static partial class ContentIdReferences
{
    public static IReadOnlySet<string> In(string html)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var text = new StringReader(html);
        var tokenizer = new HtmlTokenizer(text);
        var isStyle = false;
        while (tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                isStyle = tag is { Id: HtmlTagId.Style, IsEndTag: false };
                foreach (var attribute in tag.Attributes)
                    Collect(attribute.Value, found);
            }
            else if (isStyle && token is HtmlDataToken style)
            {
                Collect(style.Data, found);
            }
        }

        return found;
    }

    private static void Collect(string? value, HashSet<string> found)
    {
        foreach (Match match in Reference().Matches(value ?? ""))
            found.Add(Uri.UnescapeDataString(match.Groups[1].Value));
    }

    // At the beginning of an address, of an item of a list of pictures, or in a url() of a style.
    [GeneratedRegex("""(?:^\s*|,\s*|url\(\s*["']?)cid:([^\s"'),]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
