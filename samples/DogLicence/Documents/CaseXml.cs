using System.Globalization;
using System.Text;
using System.Xml;
using DogLicence.Cases;
using DogLicence.Registration;

namespace DogLicence.Documents;

/// <summary>The case for the office's own software, as <c>hundeanmeldung.xsd</c> describes it. The schema is this sample's; a real service writes the one its software reads.</summary>
public static class CaseXml
{
    public const string Namespace = "urn:basecomponents:sample:dog-licence:1";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        CheckCharacters = true,
        CloseOutput = false,
    };

    /// <param name="open">The case.</param>
    /// <param name="paymentReference">Kassenzeichen of its payment, where there is one.</param>
    public static byte[] Write(OpenCase open, string? paymentReference = null)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartElement("hundeanmeldung", Namespace);
            xml.WriteAttributeString("vorgangsnummer", open.Row.Number);
            WriteCase(xml, open.Content);
            WriteOwner(xml, open.Content.Owner!);
            WriteDog(xml, open.Content.Registration!);
            WriteTax(xml, open.Row.Number, open.Content.Registration!.Tax, paymentReference);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteCase(XmlWriter xml, DogCase content)
    {
        xml.WriteStartElement("antrag", Namespace);
        Write(xml, "leistungsschluessel", content.LeikaKey);
        Write(xml, "regionalschluessel", content.RegionKey);
        Write(xml, "ort", content.PlaceName);
        Write(xml, "zustaendigeStelle", content.Office.Name);
        Write(xml, "bestaetigtAm", content.ConfirmedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteOwner(XmlWriter xml, Owner owner)
    {
        xml.WriteStartElement("halter", Namespace);
        xml.WriteAttributeString("art", owner.IsOrganisation ? "unternehmen" : "person");
        Write(xml, "anzeigename", owner.DisplayName);
        Write(xml, "vornamen", owner.GivenNames);
        Write(xml, "familienname", owner.FamilyName);
        Write(xml, "geburtsname", owner.BirthName);
        Write(xml, "akademischerGrad", owner.AcademicTitle);
        Write(xml, "geburtsdatum", owner.DateOfBirth);
        Write(xml, "geburtsort", owner.PlaceOfBirth);
        Write(xml, "rechtsform", owner.LegalForm);
        Write(xml, "registernummer", owner.RegisterNumber);
        Write(xml, "registergericht", owner.RegisterCourt);
        Write(xml, "handelndePerson", owner.ActingPerson);
        foreach (var line in owner.AddressLines)
            Write(xml, "anschriftzeile", line);
        foreach (var absent in owner.Absent)
            WriteAbsent(xml, absent);
        Write(xml, "anmeldung", owner.LogIn);
        Write(xml, "vertrauensniveau", owner.AssuranceLevel);
        xml.WriteEndElement();
    }

    private static void WriteAbsent(XmlWriter xml, AbsentValue absent)
    {
        xml.WriteStartElement("fehlt", Namespace);
        xml.WriteAttributeString("angabe", absent.Datum);
        xml.WriteAttributeString("grund", absent.Reason);
        xml.WriteEndElement();
    }

    private static void WriteDog(XmlWriter xml, DogRegistration dog)
    {
        xml.WriteStartElement("hund", Namespace);
        Write(xml, "rufname", dog.Name);
        Write(xml, "rasse", dog.Breed);
        Write(xml, "geschlecht", dog.Sex == DogSex.Male ? "m" : "w");
        Write(xml, "farbe", dog.Colour);
        Write(xml, "geburt", IsoDate(dog.Birth));
        Write(xml, "imHaushaltSeit", dog.ArrivedOn.ToString("O", CultureInfo.InvariantCulture));
        Write(xml, "chipnummer", dog.ChipNumber);
        Write(xml, "gefaehrlich", XmlConvert.ToString(dog.IsDangerous));
        Write(xml, "versicherung", dog.Insurance?.Company);
        Write(xml, "versicherungsschein", dog.Insurance?.PolicyNumber);
        xml.WriteEndElement();
    }

    // As far as it is known, like the owner's: a day that nobody knows is left out.
    private static string IsoDate(DogBirth birth) =>
        string.Create(CultureInfo.InvariantCulture, $"{birth.Year:0000}-{birth.Month:00}") + (birth.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"-{day:00}") : "");

    private static void WriteTax(XmlWriter xml, string number, DeclaredTax tax, string? paymentReference)
    {
        xml.WriteStartElement("steuer", Namespace);
        Write(xml, "klasse", tax.Key);
        Write(xml, "betrag", tax.Amount.ToString("0.00", CultureInfo.InvariantCulture));
        Write(xml, "waehrung", "EUR");
        Write(xml, "zahlungsreferenz", number);
        Write(xml, "kassenzeichen", paymentReference);
        xml.WriteEndElement();
    }

    // An absent value is an absent element: nothing is ever written empty.
    private static void Write(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, Namespace, value);
    }
}
