using System.Net.Mail;
using System.Xml.Linq;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads an <c>organisationseinheit</c>.</summary>
internal sealed class XzufiUnitParser(XzufiNames names, XzufiCompetenceParser competences)
{
    // List urn:de:xoev:codeliste:erreichbarkeit, version 3.
    private const string MailChannel = "01";
    private const string TelephoneChannel = "02";
    private const string WebChannel = "09";

    public XzufiUnit Parse(XElement element, Action<string> report)
    {
        var id = element.Identifier();
        var name = element.Children("name").SelectMany(outer => outer.Children("name")).German() ?? throw new BadObjectException("It has no name.");
        var channels = element.Children(names.Communication).ToLookup(channel => channel.Code("kanal"), channel => channel.Child("kennung").Text());
        var office = new Office(id, name)
        {
            Address = element.Child("anschrift") is { } address ? Address(address) : null,
            MailAddress = Mail(channels[MailChannel], report),
            Telephone = channels[TelephoneChannel].FirstOrDefault(),
            WebPage = channels[WebChannel].Select(WebPage).FirstOrDefault(page => page is not null),
        };
        return new XzufiUnit(office, element.Validity(), Competences(element, id, report));
    }

    private List<XzufiCompetence> Competences(XElement element, OfficeId unit, Action<string> report)
    {
        var read = new List<XzufiCompetence>();
        foreach (var child in element.Children("zustaendigkeit"))
        {
            try
            {
                read.Add(competences.Parse(child, unit));
            }
            catch (BadObjectException exception)
            {
                report($"One of its competences is skipped: {exception.Message}");
            }
        }

        return read;
    }

    private OfficeAddress Address(XElement address) => new()
    {
        Street = address.Child(names.Street).Text(),
        HouseNumber = address.Child(names.HouseNumber).Text(),
        PostalCode = address.Child(names.PostalCode).Text(),
        City = address.Child("ort").Text(),
    };

    // Applications of citizens go to this address: what is not plainly one address is not used.
    private static string? Mail(IEnumerable<string?> values, Action<string> report)
    {
        foreach (var value in values.OfType<string>())
        {
            if (value.Length <= 254 && MailAddress.TryCreate(value, out var address) && address.Address == value && value.All(char.IsAscii))
                return value;
            report("Its mail address is invalid and not used.");
        }

        return null;
    }

    private static Uri? WebPage(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page : null;
}
