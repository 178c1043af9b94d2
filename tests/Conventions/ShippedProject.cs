using System.Reflection;
using System.Xml.Linq;

namespace BaseComponents.Tests.Conventions;

/// <summary>A project below <c>src/</c>: <c>src/Payments/BaseComponents.Payments.Testing</c> has the unit <c>Payments</c>.</summary>
public sealed record ShippedProject(string File)
{
    public static IReadOnlyList<ShippedProject> All { get; } = [.. Repository.Files("src", "*.csproj").Select(file => new ShippedProject(file))];

    public string Name => Path.GetFileNameWithoutExtension(File);

    public string Unit => File.Split('/')[1];

    public string Folder => Path.GetDirectoryName(File)!.Replace('\\', '/');

    /// <summary>The part of the name after the unit: empty for the core package of a unit.</summary>
    public string Room => Name["BaseComponents.".Length..] is var rest && rest == Unit ? "" : rest[(Unit.Length + 1)..];

    public bool IsComponent => Unit is not ("Sandbox" or "Tool" or "Templates");

    /// <summary>Whether its package holds files for a new project and no code of its own.</summary>
    public bool IsTemplate => Xml.Descendants("PackageType").Any(type => type.Value == "Template");

    public XDocument Xml => XDocument.Parse(Repository.Read(File));

    public Assembly Assembly => Assembly.Load(Name);

    public override string ToString() => Name;
}
