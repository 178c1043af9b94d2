using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace SpecialistProcedure.Intake;

/// <summary>Reads a case file of a stranger: no document type, nothing from outside, no more characters than allowed, and nothing that the schema does not name.</summary>
public static partial class CaseFile
{
    private static readonly XNamespace _ns = "urn:basecomponents:sample:dog-licence:1";
    private static readonly XmlSchemaSet _schema = LoadSchema();

    /// <summary>The case, or null where the file is none.</summary>
    public static CaseData? Read(byte[] xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Settings(xml.Length));
            // An amount may have any number of digits for the schema, and must not for the books.
            return Of(XDocument.Load(reader).Root!);
        }
        catch (Exception fault) when (fault is XmlException or XmlSchemaException or OverflowException)
        {
            return null;
        }
    }

    private static XmlReaderSettings Settings(int length)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = length,
            MaxCharactersFromEntities = 1024,
            ValidationType = ValidationType.Schema,
            Schemas = _schema,
            // An element that no schema knows is a warning only, and would pass unseen.
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings,
        };
        settings.ValidationEventHandler += static (_, found) => throw found.Exception;
        return settings;
    }

    private static CaseData? Of(XElement root)
    {
        var (application, tax) = (root.Element(_ns + "antrag")!, root.Element(_ns + "steuer")!);
        var number = (string)root.Attribute("vorgangsnummer")!;
        var paymentReference = (string?)tax.Element(_ns + "kassenzeichen");
        // They become keys and stand in logs and mails.
        return !Number().IsMatch(number) || (paymentReference is not null && !PaymentReference().IsMatch(paymentReference)) ? null : new CaseData(
            number,
            (string)application.Element(_ns + "leistungsschluessel")!,
            (string)application.Element(_ns + "regionalschluessel")!,
            (decimal)tax.Element(_ns + "betrag")!,
            (string)tax.Element(_ns + "waehrung")!,
            (string)tax.Element(_ns + "zahlungsreferenz")!,
            paymentReference);
    }

    private static XmlSchemaSet LoadSchema()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        using var stream = typeof(CaseFile).Assembly.GetManifestResourceStream("hundeanmeldung.xsd")!;
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        schemas.Add(null, reader);
        schemas.Compile();
        return schemas;
    }

    [GeneratedRegex(@"\A[A-Z0-9-]{5,40}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[A-Za-z0-9./-]{1,60}\z")]
    private static partial Regex PaymentReference();
}
