using System.Reflection;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class DependenciesStayHidden
{
    /// <summary>Types of others that may be seen in any package.</summary>
    private static readonly HashSet<string> Welcome = new(StringComparer.Ordinal)
    {
        "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder",
        "MimeKit.MimeMessage",
    };

    [Fact]
    public void No_type_of_a_dependency_is_in_a_public_signature() => Verdict.NoFindings(
        from project in ShippedProject.All
        from type in project.Assembly.GetExportedTypes()
        from finding in Findings(project, type)
        select finding,
        "Hide it behind a type of ours: what is in our signature makes every upgrade of that library a breaking change of ours.");

    [Fact]
    public void The_rule_sees_a_foreign_type_inside_of_generics_and_arrays() =>
        Findings(ShippedProject.All[0], typeof(Examples.Leaky)).Should().ContainSingle().Which.Should().Contain("FactAttribute");

    private static IEnumerable<string> Findings(ShippedProject project, Type type) =>
        from named in Signatures.NamedTypes(type)
        where !IsAllowed(project, named.Named)
        group named.Member by named.Named into members
        select $"{type.FullName} shows {members.Key.FullName} ({string.Join(", ", members.Distinct().Take(4))}).";

    private static bool IsAllowed(ShippedProject project, Type named)
    {
        var assembly = named.Assembly.GetName().Name!;
        return assembly.StartsWith("BaseComponents.", StringComparison.Ordinal)
            || IsPartOf(named.Assembly, "Microsoft.NETCore.App")
            || Welcome.Contains(named.FullName ?? "")
            || IsAbstraction(assembly)
            || (project.Room == "AspNetCore" && IsPartOf(named.Assembly, "Microsoft.AspNetCore.App"))
            || (project.Room == "EntityFrameworkCore" && assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    private static bool IsAbstraction(string assembly) => assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        && (assembly.EndsWith("Abstractions", StringComparison.Ordinal) || assembly is "Microsoft.Extensions.Options" or "Microsoft.Extensions.Primitives");

    private static bool IsPartOf(Assembly assembly, string framework) =>
        assembly.Location.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains(framework);
}
