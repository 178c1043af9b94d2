using System.Reflection;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class ClassesAreClosed
{
    [Fact]
    public void A_class_is_sealed_static_or_abstract() => Verdict.NoFindings(
        ShippedProject.All.SelectMany(project => Findings(project.Assembly.GetTypes())),
        "Write 'sealed', or 'abstract' when it is made for deriving: a class that may be derived by accident can never change again.");

    [Fact]
    public void The_rule_sees_open_classes() =>
        Findings([typeof(Examples.Open), typeof(Examples.OpenButInherited), typeof(Examples.Closed), typeof(Examples.Careless)]).Should().HaveCount(2);

    private static IEnumerable<string> Findings(IEnumerable<Type> types) =>
        from type in types
        where type.IsClass && !type.IsSealed && !type.IsAbstract
        where !Signatures.IsGenerated(type) && !IsEntryPoint(type)
        select $"{type.FullName} can be derived from.";

    // The class around top-level statements has no declaration to write a modifier at.
    private static bool IsEntryPoint(Type type) => type.Assembly.EntryPoint?.DeclaringType == type;
}
