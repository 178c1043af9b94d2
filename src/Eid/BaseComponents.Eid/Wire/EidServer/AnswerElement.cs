using System.Text.RegularExpressions;
using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>
/// Tolerant looks at a verified answer: children in any order, with the eID namespace, that of DSS or none, since servers and even the official
/// samples differ from the schema there. Intolerant of two that say the same thing.
/// </summary>
internal static partial class AnswerElement
{
    private const int LongestText = 4000;

    /// <summary>The child of a name; null where it is missing.</summary>
    /// <exception cref="XmlRefusedException">There are two.</exception>
    public static XmlElement? Child(this XmlElement parent, string name) =>
        parent.Elements().Where(element => element.LocalName == name && element.NamespaceURI is EidNames.Eid or EidNames.Dss or "").ToArray() switch
        {
            [] => null,
            [var only] => only,
            _ => throw new XmlRefusedException("answer-element-twice"),
        };

    /// <summary>The trimmed text of a child; null where it is missing or empty.</summary>
    public static string? Text(this XmlElement parent, string name) => Trimmed(RawText(parent, name));

    /// <summary>The text of a child whose blanks count: taken as it came if it is what the pattern says, trimmed otherwise.</summary>
    public static string? ExactText(this XmlElement parent, string name, Regex pattern) =>
        RawText(parent, name) is { } raw && pattern.IsMatch(raw) ? raw : parent.Text(name);

    /// <summary>A text of hexadecimal digits, in capitals; null where it is missing.</summary>
    /// <exception cref="XmlRefusedException">It is none, or shorter than demanded.</exception>
    public static string? Hexadecimal(this XmlElement parent, string name, int fewestBytes)
    {
        if (parent.Text(name) is not { } text)
            return null;
        if (text.Length < 2 * fewestBytes || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
            throw new XmlRefusedException("answer-not-hexadecimal");
        return text.ToUpperInvariant();
    }

    /// <summary>DocumentType: two capitals or blanks.</summary>
    [GeneratedRegex(@"\A[A-Z ]{2}\z", RegexOptions.CultureInvariant)]
    public static partial Regex DocumentTypeForm { get; }

    /// <summary>ICAOCountry: one to three capitals or blanks.</summary>
    [GeneratedRegex(@"\A[A-Z ]{1,3}\z", RegexOptions.CultureInvariant)]
    public static partial Regex CountryForm { get; }

    /// <summary>DateString: eight digits or blanks.</summary>
    [GeneratedRegex(@"\A[0-9 ]{8}\z", RegexOptions.CultureInvariant)]
    public static partial Regex DateForm { get; }

    private static string? RawText(XmlElement parent, string name)
    {
        if (parent.Child(name) is not { } child)
            return null;
        var text = child.OwnText() ?? throw new XmlRefusedException("answer-element-within-text");
        return text.Length <= LongestText ? text : throw new XmlRefusedException("answer-text-too-long");
    }

    private static string? Trimmed(string? text) => text?.Trim(' ', '\t', '\r', '\n') is { Length: > 0 } trimmed ? trimmed : null;
}
