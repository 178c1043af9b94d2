using System.Globalization;
using System.Xml.Linq;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Wire;

/// <summary>
/// Reads parts that occur in many objects. Children are found by local name: code types write theirs without a namespace, and some editors
/// qualify them all the same.
/// </summary>
internal static class XzufiXml
{
    public const string Namespace = "http://xoev.de/schemata/xzufi/2_2_0";

    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(child => child.Name.LocalName == name && child.Name.NamespaceName is Namespace or "");

    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    public static string? Text(this XElement? element) =>
        element is not null && WireText.Clean(element.Value) is { Length: > 0 } text ? text : null;

    /// <summary>The code within a code type: <c>rolle/code</c>.</summary>
    public static string? Code(this XElement element, string name) => element.Child(name)?.Child("code").Text();

    /// <exception cref="BadObjectException">The object has no identifier.</exception>
    public static OfficeId Identifier(this XElement element, string name = "id") =>
        element.Child(name) is { } id && id.Text() is not null
            ? ToIdentifier(id)
            : throw new BadObjectException($"It has no {name}.");

    public static OfficeId ToIdentifier(XElement id) => new(
        WireText.Clean(id.Attribute("schemeAgencyID")?.Value ?? ""),
        WireText.Clean(id.Attribute("schemeID")?.Value ?? ""),
        id.Text() ?? "");

    /// <summary>The German one of several texts, or else the first.</summary>
    public static string? German(this IEnumerable<XElement> texts)
    {
        var all = texts.ToList();
        return (all.FirstOrDefault(text => IsGerman(text)) ?? all.FirstOrDefault()).Text();
    }

    /// <exception cref="BadObjectException">A date is none.</exception>
    public static Validity Validity(this XElement element)
    {
        var intervals = element.Children("gueltigkeit").Select(interval => (Day(interval, "beginn"), Day(interval, "ende"))).ToList();
        return intervals.Count == 0 ? Internal.Validity.Always : new Validity(intervals);
    }

    private static bool IsGerman(XElement text) =>
        text.Attribute("languageCode")?.Value is not { } code || code.Equals("de", StringComparison.OrdinalIgnoreCase) || code.StartsWith("de-DE", StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Day(XElement interval, string name)
    {
        if (interval.Child(name).Text() is not { } text)
            return null;
        // Dates may carry a time or a time zone; the day as written counts.
        return DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BadObjectException($"Its validity has a {name} that is no date.");
    }
}
