namespace BaseComponents.Tests.Conventions.Rules;

public sealed class PublicTypesStandOutside
{
    [Fact]
    public void Wire_and_Internal_hold_nothing_public() => Verdict.NoFindings(
        ShippedProject.All.SelectMany(project => Findings(project.Assembly.GetExportedTypes())),
        "Make the type internal, or move it to the root of the project (or a named sub-room) if users need it.");

    [Fact]
    public void The_rule_sees_a_public_type_in_a_wire_room() =>
        Findings([typeof(Examples.Wire.Exposed), typeof(PublicTypesStandOutside)]).Should().ContainSingle().Which.Should().Contain("Exposed");

    private static IEnumerable<string> Findings(IEnumerable<Type> exported) =>
        from type in exported
        let room = type.Namespace?.Split('.').FirstOrDefault(part => part is "Wire" or "Internal")
        where room is not null
        select $"{type.FullName} is public but stands in {room}/.";
}
