using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EmployerReimbursement.Cases;
using EmployerReimbursement.Claims;

namespace EmployerReimbursement.Submission;

/// <summary>The application for the office's own software. The shape is this sample's; a real service writes the one its software reads.</summary>
public static class ClaimXml
{
    public static readonly XNamespace Namespace = "urn:basecomponents:sample:employer-reimbursement:1";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Write(OpenClaim open)
    {
        var (claim, company) = (open.Content, open.Content.Applicant!);
        var root = Element("erstattungsantrag",
            new XAttribute("vorgangsnummer", open.Row.Number),
            Element("leistungsschluessel", claim.LeikaKey),
            Element("regionalschluessel", claim.RegionKey),
            Element("rechtsgrundlage", claim.Statute),
            Element("bestaetigtAm", claim.ConfirmedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            Element("arbeitgeber",
                Element("name", company.Name), Element("rechtsform", company.LegalForm), Element("registernummer", company.RegisterNumber), Element("registergericht", company.RegisterCourt),
                company.AddressLines.Select(line => Element("anschriftzeile", line)), Element("handelndePerson", company.ActingPerson), Element("iban", claim.Iban)),
            Element("feuerwehrdienst", Element("name", claim.Employee), Element("feuerwehr", claim.FireBrigade), claim.Absences.Select(Line)),
            Element("summe", claim.Total.ToString()));
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            root.Save(xml);
        return stream.ToArray();
    }

    private static XElement Line(Absence absence) => Element("zeit",
        new XAttribute("art", ClaimSheet.NameOf(absence.Duty)),
        Element("beginn", absence.Begin.ToString("s", CultureInfo.InvariantCulture)),
        Element("ende", absence.End.ToString("s", CultureInfo.InvariantCulture)),
        Element("minuten", absence.Minutes),
        Element("entgeltJeStunde", Amount(absence.GrossPerHour)),
        Element("arbeitgeberanteilJeStunde", Amount(absence.EmployerSharePerHour)),
        Element("entgelt", absence.Pay.ToString()),
        Element("arbeitgeberanteil", absence.EmployerShare.ToString()),
        Element("betrag", absence.Amount.ToString()));

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
