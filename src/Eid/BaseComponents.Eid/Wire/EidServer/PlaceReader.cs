using System.Xml;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>The three shapes of GeneralPlaceType; the parts of a structured place in any order.</summary>
internal static class PlaceReader
{
    private static readonly string[] Shapes = ["StructuredPlace", "FreetextPlace", "NoPlaceInfo"];

    public static EidAddress? Read(XmlElement? place)
    {
        if (place is null || Shapes.Select(place.Child).OfType<XmlElement>().ToArray() is not [var shape, .. var more])
            return null;
        if (more is not [])
            throw new XmlRefusedException("answer-place-twice");
        return shape.LocalName switch
        {
            "StructuredPlace" => Structured(shape),
            "FreetextPlace" => place.Text(shape.LocalName) is { } text ? new FreeTextAddress(text) : null,
            _ => new NoAddress(place.Text(shape.LocalName)),
        };
    }

    /// <summary>A place of birth is one text in the model: its parts, joined. The statement that there is none is no place.</summary>
    public static string? ReadText(XmlElement? place) => Read(place) switch
    {
        FreeTextAddress { Text: var text } => text,
        StructuredAddress address => string.Join(", ", Parts(address).Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null,
        _ => null,
    };

    /// <summary>Whether it states that there is no place.</summary>
    public static bool SaysNone(XmlElement? place) => place?.Child("NoPlaceInfo") is not null;

    private static IEnumerable<string?> Parts(StructuredAddress address) => [address.Street, address.PostalCode, address.Locality, address.Region, address.Country?.Text];

    private static StructuredAddress? Structured(XmlElement place)
    {
        var address = new StructuredAddress
        {
            Street = place.Text("Street"),
            Locality = place.Text("City"),
            Region = place.Text("State"),
            PostalCode = place.Text("ZipCode"),
            Country = place.ExactText("Country", AnswerElement.CountryForm) is { } country && !string.IsNullOrWhiteSpace(country) ? new CountryCode(country) : null,
        };
        return address == new StructuredAddress() ? null : address;
    }
}
