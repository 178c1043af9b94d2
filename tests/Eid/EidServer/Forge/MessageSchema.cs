using System.Reflection;
using System.Xml;
using System.Xml.Schema;

namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>The schema of messages.</summary>
internal static class MessageSchema
{
    private static readonly XmlSchemaSet Set = Load();

    /// <summary>What is wrong with the body of an envelope; empty where nothing is.</summary>
    public static IReadOnlyList<string> ProblemsOf(XmlDocument envelope)
    {
        var document = new XmlDocument { Schemas = Set };
        document.LoadXml(((XmlElement)envelope.GetElementsByTagName("Body", ForgedEnvelope.Soap)[0]!).InnerXml);
        var problems = new List<string>();
        document.Validate((_, problem) => problems.Add(problem.Message));
        // Without a schema for its root a document is as good as valid.
        return document.DocumentElement!.SchemaInfo.Validity is XmlSchemaValidity.Valid ? problems : [.. problems, "not validated"];
    }

    private static XmlSchemaSet Load()
    {
        var root = typeof(MessageSchema).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        var set = new XmlSchemaSet();
        foreach (var file in new[] { "dss-result.xsd", "tr-03130.xsd" })
            set.Add(null, Path.Combine(root, "tests", "Eid", "EidServer", file));
        set.Compile();
        return set;
    }
}
