using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

namespace BaseComponents.ApiPages;

/// <summary>The page of one package.</summary>
internal static class PackagePage
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every record has of the compiler.
    private static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "<Clone>$", "op_Equality", "op_Inequality", "Deconstruct", "GetType"];

    public static string Index(IReadOnlyList<Package> packages)
    {
        var page = new StringBuilder("# API reference\n\nEvery public type and member, from the comments in the source.\n\n| Package | Types |\n| --- | --- |\n");
        foreach (var package in packages)
            page.Append(CultureInfo.InvariantCulture, $"| [{package.Name}]({package.Name}.md) | {package.Types.Count} |\n");
        return page.ToString();
    }

    public static string Write(Package package)
    {
        var page = new StringBuilder($"---\noutline: [2, 3]\n---\n\n# {package.Name}\n");
        foreach (var room in package.Types.GroupBy(type => type.Namespace))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {room.Key}\n");
            foreach (var type in room)
                Write(page, type, package.Comments);
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, Type type, Comments comments)
    {
        var own = comments.Of(MemberId.Of(type));
        page.Append(CultureInfo.InvariantCulture, $"\n### {CSharp.Name(type).Replace("<", "&lt;", StringComparison.Ordinal)}\n\n`{CSharp.Kind(type)}` · {Comments.Text(own?.Element("summary"))}\n");
        Rest(page, own, "");
        var members = type.GetMembers(Declared).Where(IsShown).ToList();
        if (members.Count > 0)
            page.Append('\n');
        foreach (var member in members)
        {
            var comment = comments.Of(MemberId.Of(member)) ?? comments.Of(MemberId.Of(type));
            var text = ReferenceEquals(comment, own) ? ParameterOf(own, member) : Comments.Text(comment?.Element("summary"));
            page.Append(CultureInfo.InvariantCulture, $"- `{CSharp.Signature(member)}`{(text.Length > 0 ? "  \n  " : "")}{text}\n");
            if (!ReferenceEquals(comment, own))
                Rest(page, comment, "  ");
        }
    }

    // A member of a record's head is described where the record is.
    private static string ParameterOf(XElement? type, MemberInfo member) =>
        Comments.Text(type?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == member.Name));

    private static void Rest(StringBuilder page, XElement? comment, string indent)
    {
        foreach (var part in comment?.Elements() ?? [])
        {
            var text = Comments.Text(part).Replace("\n", "\n" + indent, StringComparison.Ordinal);
            var label = part.Name.LocalName switch
            {
                "param" when indent.Length > 0 => $"`{part.Attribute("name")!.Value}`: ",
                "returns" => "Returns: ",
                "value" => "Default: ",
                "exception" => $"`{part.Attribute("cref")!.Value.Split('.')[^1]}`: ",
                "remarks" => "Remark: ",
                "example" => "",
                _ => null,
            };
            if (label is not null && text.Length > 0)
                page.Append(CultureInfo.InvariantCulture, $"{(indent.Length > 0 ? "  \n" : "\n")}{indent}{label}{text}\n");
        }
    }

    private static bool IsShown(MemberInfo member) =>
        member is not (MethodInfo { IsSpecialName: true, Name: not ("op_Implicit" or "op_Explicit") } or Type)
        && member.Name != "value__"
        && !OfRecords.Contains(member.Name)
        && !member.IsDefined(typeof(CompilerGeneratedAttribute), false);
}
