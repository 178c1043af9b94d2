using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DogLicence.Walkthrough;

/// <summary>A page as it arrived.</summary>
public sealed record Shown(Uri Address, HttpStatusCode Status, IHtmlDocument Document)
{
    public static Shown Nothing => new(new Uri("about:blank"), HttpStatusCode.OK, new HtmlParser().ParseDocument(""));

    public string Heading => Clean(Document.QuerySelector("h1")?.TextContent);

    public string Text => Clean(Document.Body?.TextContent);

    /// <summary>The text of the first element that matches.</summary>
    public string TextOf(string selector) => Clean(Document.QuerySelector(selector)?.TextContent);

    /// <summary>The value next to a label in a description list.</summary>
    public string Value(string label) => Clean(Document.QuerySelectorAll("dt").FirstOrDefault(dt => Clean(dt.TextContent) == label)?.NextElementSibling?.TextContent);

    public Uri Link(string text) => Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Clean(a.TextContent).Contains(text, StringComparison.Ordinal)) is { } link
        ? new Uri(Address, link.GetAttribute("href"))
        : throw new WalkException($"The page '{Heading}' has no link '{text}'.");

    public IHtmlButtonElement Button(string text) =>
        Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => Clean(b.TextContent).Contains(text, StringComparison.Ordinal))
        ?? throw new WalkException($"The page '{Heading}' has no button '{text}'.");

    public static string Clean(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A step did not go as it must.</summary>
public sealed class WalkException(string message) : Exception(message)
{
    /// <exception cref="WalkException">It is not as it must be.</exception>
    public static void Unless(bool met, string otherwise)
    {
        if (!met)
            throw new WalkException(otherwise);
    }
}
