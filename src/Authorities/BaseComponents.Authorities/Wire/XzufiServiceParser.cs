using System.Xml.Linq;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads a <c>leistung</c>.</summary>
internal static class XzufiServiceParser
{
    // Text modules of list urn:de:xzufi:codeliste:leistungstextmodulleika: the name for citizens is preferred to that of the catalogue.
    private static readonly string[] NameModules = ["03", "02"];

    public static XzufiService Parse(XElement element)
    {
        var keys = element.Children("referenzLeiKa").Select(reference => Key(reference)).OfType<LeikaKey>().ToList();
        if (keys.Count == 0)
            throw new BadObjectException("It has no valid service key (referenzLeiKa).");
        return new XzufiService(element.Identifier(), keys, Name(element), Synonyms(element), element.Validity());
    }

    private static LeikaKey? Key(XElement reference) =>
        LeikaKey.TryParse(reference.Child("code").Text() ?? reference.Text(), out var key) ? key : null;

    private static string Name(XElement element)
    {
        var modules = element.Children("modulText").ToLookup(module => module.Code("leikaTextmodul"));
        return NameModules.Select(code => modules[code].SelectMany(module => module.Children("inhalt")).German()).FirstOrDefault(text => text is not null)
            ?? throw new BadObjectException("It has no name (modulText 03 or 02).");
    }

    private static List<string> Synonyms(XElement element) =>
    [
        .. element.Children("modulBegriffImKontext")
            .SelectMany(module => module.Children("begriffImKontext"))
            .Select(entry => entry.Children("begriff").German())
            .OfType<string>()
            .Distinct()
            .Take(50),
    ];
}
