using System.Globalization;
using System.Text;
using System.Xml;

namespace BaseComponents.Shared;

/// <summary>Modules as an SVG that screen readers name by its title, and that is black on white in a dark page too.</summary>
internal static class QrSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int PixelsPerModule = 4;
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment };

    public static string Write(QrModules modules, string title)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, Settings))
            Write(svg, modules, title);
        return text.ToString();
    }

    private static void Write(XmlWriter svg, QrModules modules, string title)
    {
        svg.WriteStartElement("svg", Namespace);
        svg.WriteAttributeString("viewBox", Text($"0 0 {modules.Size} {modules.Size}"));
        svg.WriteAttributeString("width", Text($"{modules.Size * PixelsPerModule}"));
        svg.WriteAttributeString("height", Text($"{modules.Size * PixelsPerModule}"));
        svg.WriteAttributeString("role", "img");
        svg.WriteAttributeString("aria-label", title);
        svg.WriteAttributeString("shape-rendering", "crispEdges");
        svg.WriteElementString("title", Namespace, title);
        Path(svg, "#fff", Text($"M0 0h{modules.Size}v{modules.Size}H0z"));
        Path(svg, "#000", string.Concat(modules.Runs().Select(static run => Text($"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z"))));
        svg.WriteEndElement();
    }

    private static void Path(XmlWriter svg, string fill, string shape)
    {
        svg.WriteStartElement("path", Namespace);
        svg.WriteAttributeString("fill", fill);
        svg.WriteAttributeString("d", shape);
        svg.WriteEndElement();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
