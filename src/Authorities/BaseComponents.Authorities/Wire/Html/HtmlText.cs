using System.Net;
using System.Text;

namespace BaseComponents.Authorities.Wire.Html;

/// <summary>What a reader sees of HTML, as plain text.</summary>
internal static class HtmlText
{
    public static string Plain(string html)
    {
        var plain = new StringBuilder();
        for (var tokens = new HtmlTokens(html); tokens.MoveNext();)
            plain.Append(tokens.Current.Kind == HtmlTokenKind.Text ? tokens.Current.Text : " ");
        return WebUtility.HtmlDecode(plain.ToString());
    }
}
