using System.Xml;
using System.Xml.Schema;

namespace BaseComponents.Tests.Sandbox.Eid.EidServer;

/// <summary>Checks answers by a schema of their own.</summary>
internal static class AnswerSchema
{
    private static readonly XmlSchemaSet _schemas = Load();

    /// <summary>What the schema does not allow.</summary>
    public static IReadOnlyList<string> Errors(XmlElement content)
    {
        var errors = new List<string>();
        var document = new XmlDocument { PreserveWhitespace = true, Schemas = _schemas };
        document.AppendChild(document.ImportNode(content, deep: true));
        document.Validate((_, violation) => errors.Add(violation.Message));
        return errors;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        // The framework brings the attributes of XML itself when asked.
        using var xml = XmlReader.Create(new StringReader("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="lang" type="xs:language"/></xs:schema>"""));
        schemas.Add(null, xml);
        foreach (var name in (string[])["result.xsd", "answers.xsd"])
        {
            using var reader = XmlReader.Create(typeof(AnswerSchema).Assembly.GetManifestResourceStream(name)!);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
