using System.Globalization;
using System.Xml;

namespace BaseComponents.Eid.Wire.EidServer;

/// <summary>Appends elements of the eID namespace.</summary>
internal static class EidElements
{
    public static XmlElement Add(this XmlElement parent, string name) => (XmlElement)parent.AppendChild(parent.OwnerDocument.CreateElement("eid", name, EidNames.Eid))!;

    public static void Add(this XmlElement parent, string name, string text) => parent.Add(name).InnerText = text;

    public static void Add(this XmlElement parent, string name, int number) => parent.Add(name, number.ToString(CultureInfo.InvariantCulture));
}
