using System.Text.RegularExpressions;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed partial class NamesSayWhatThingsAre
{
    [Fact]
    public void No_type_is_named_after_nothing() => Verdict.NoFindings(
        ShippedProject.All.SelectMany(project => Findings(project.Assembly.GetTypes())),
        "Name the type after its one idea. If none comes to mind it has several: split it.");

    [Fact]
    public void The_rule_sees_a_helper() => Findings([typeof(Examples.TextHelper), typeof(Examples.Closed)]).Should().ContainSingle();

    private static IEnumerable<string> Findings(IEnumerable<Type> types) =>
        from type in types
        where !Signatures.IsGenerated(type) && EmptyWord().IsMatch(type.Name)
        select $"{type.FullName} has a name that says nothing.";

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Utility|Utilities|Manager|Common|Misc)$")]
    private static partial Regex EmptyWord();
}
