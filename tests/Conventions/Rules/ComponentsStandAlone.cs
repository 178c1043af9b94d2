using System.Reflection;
using System.Runtime.CompilerServices;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class ComponentsStandAlone
{
    // Readers of answers, such as revocation lists, have no public door, and are fuzzed all the same.
    private const string Fuzzer = "BaseComponents.Tests.Fuzz";

    /// <summary>Measures parts that no public call does alone, such as the reading of one token.</summary>
    private const string Benchmarks = "BaseComponents.Benchmarks";

    [Fact]
    public void No_arrow_leaves_a_unit_but_those_of_the_tool() => Verdict.NoFindings(
        from project in ShippedProject.All
        where project.Unit is not ("Tool" or "Templates")
        from target in Targets(project)
        where UnitOf(target) != project.Unit
        select $"{project} points to {target}.",
        "Components know nothing of each other, and the Sandbox and the components nothing of one another. What two need alike is linked source from src/Shared.");

    [Fact]
    public void The_core_package_of_a_unit_points_to_none_of_its_companions() => Verdict.NoFindings(
        from project in ShippedProject.All
        where project.Room == "" && project.Unit is not "Tool"
        from target in Targets(project)
        select $"{project} points to {target}.",
        "The arrow goes from X.AspNetCore, X.EntityFrameworkCore and X.Testing to X.");

    [Fact]
    public void Internals_are_open_to_the_units_own_assemblies_only() => Verdict.NoFindings(
        from project in ShippedProject.All
        from friend in project.Assembly.GetCustomAttributes<InternalsVisibleToAttribute>()
        let name = friend.AssemblyName.Split(',')[0]
        where UnitOf(name) != project.Unit && name != $"BaseComponents.Tests.{project.Unit}" && name is not (Fuzzer or Benchmarks)
        select $"{project} opens its internals to {name}.",
        "Test through the public API; link source from src/Shared where two units need it.");

    [Fact]
    public void The_rule_sees_the_arrows_of_the_tool() =>
        Targets(ShippedProject.All.Single(project => project.Unit == "Tool")).Should().Contain("BaseComponents.Sandbox");

    /// <summary>By the compiled assembly, which shows what is used, and by the project file, which shows what would come along in the package.</summary>
    private static IEnumerable<string> Targets(ShippedProject project)
    {
        var compiled = project.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        var declared = project.Xml.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        return compiled.Concat(declared).Where(name => name.StartsWith("BaseComponents.", StringComparison.Ordinal)).Distinct();
    }

    private static string UnitOf(string assembly) => assembly.Split('.')[1];
}
