using BaseComponents.Eid;
using BaseComponents.Eid.Amt24;
using BaseComponents.Tests.Eid.Amt24;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>An export of Amt24 in XML, mended or not.</summary>
internal sealed class Amt24XmlReader() : Amt24Reader("amt24-xml", static (reader, input) => reader.ReadXmlAsync(input))
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("metadata.xml", Bytes(ExportText.Xml(ExportText.Applicant, ExportText.Metadata())));
        yield return ("broken.xml", Bytes(ExportText.Xml(Persons, isBroken: true)));
        yield return ("old.xml", Bytes("<serviceportal-fields><antragsteller><instance_0><nachname><selectedValue>A</selectedValue></nachname><upload><base64Data>QQ==</base64Data></upload><leer/></instance_0></antragsteller></serviceportal-fields>"));
    }
}

/// <summary>An export of Amt24 in JSON.</summary>
internal sealed class Amt24JsonReader() : Amt24Reader("amt24-json", static (reader, input) => reader.ReadJsonAsync(input))
{
    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("metadata.json", Bytes(ExportText.Json(ExportText.Applicant, withMetadata: true)));
        yield return ("flat.json", Bytes(ExportText.Json(Persons)));
        yield return ("values.json", Bytes("""{"antragsteller_0_nachname":["A"],"antragsteller_0_vorname":null,"anschrift_0_plz":1067,"a_0_upload":{"x":[1]},"firma_0_name":"\u00e4"}"""));
    }
}

/// <summary>Whatever the export says, nobody is trusted further than the options say, and only the applicant at all.</summary>
internal abstract class Amt24Reader(string name, Func<Amt24ExportReader, Stream, Task<Amt24Export>> read) : Reader(name)
{
    private static readonly Amt24ExportReader Form = new(Exports.Options(options =>
    {
        options.Level = AssuranceLevel.Substantial;
        options.Fields["FamilyName"].Level = AssuranceLevel.Substantial;
    }));

    protected static (string, int, string, string)[] Persons { get; } =
        [.. ExportText.Applicant, ("anschrift", 1, "plz", "09111"), ("firma", 0, "name", "Hunde GmbH"), ("firma", 1, "name", "ẞ & <x>"), ("tier", 0, "rasse", "Mops")];

    public override void Read(byte[] input)
    {
        try
        {
            using var stream = new MemoryStream(input);
            var export = read(Form, stream).GetAwaiter().GetResult();
            if (export.Others.Values.Any(other => other.Level != AssuranceLevel.Unknown || other.Mailbox is not null || IsTrusted(other, EidAttribute.FamilyName)))
                throw new WrongReadingException("Somebody is trusted whom the applicant entered.");
            if (export.Applicant.Level != AssuranceLevel.Substantial || export.Applicant.Pseudonym is not null || IsTrusted(export.Applicant, EidAttribute.GivenNames) || IsTrusted(export.Applicant, EidAttribute.Address))
                throw new WrongReadingException("The export decided how far it is trusted.");
        }
        catch (EidException refused) when (refused.Code == "eid.amt24-export")
        {
            // Refused as promised.
        }
    }

    protected static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static bool IsTrusted(EidIdentity identity, EidAttribute attribute) => identity.TrustOf(attribute) > AssuranceLevel.Unknown;
}
