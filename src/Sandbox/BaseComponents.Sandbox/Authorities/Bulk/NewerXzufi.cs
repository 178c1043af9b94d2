using System.Xml.Linq;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>Turns a message of XZuFi 2.2 into one of 2.3.1: another namespace, and another element for the key of a service.</summary>
internal static class NewerXzufi
{
    private const string Namespace = "http://xoev.de/schemata/xzufi/2_3_1";
    private static readonly XNamespace Older = XzufiNames.Namespace;
    private static readonly XNamespace Newer = Namespace;

    public static string Of(string message)
    {
        var root = XElement.Parse(message);
        root.SetAttributeValue("xzufiVersion", "2.3.1");
        root.SetAttributeValue(XNamespace.Xmlns + XzufiNames.Prefix, Namespace);
        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == Older).ToList())
        {
            if (element.Name.LocalName == "referenzLeiKa")
                element.ReplaceWith(new XElement(Newer + "referenzLeistungsschluessel", element.Value));
            else
                element.Name = Newer + element.Name.LocalName;
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }
}
