using BaseComponents.Tests.Eid.Saml.Hostile;

namespace BaseComponents.Tests.Eid.Saml;

public sealed class HostileMatrixTests
{
    [Fact]
    public async Task No_attack_logs_anybody_in()
    {
        var cells = await HostileMatrix.RunAsync();

        cells.Should().HaveCountGreaterThan(1000);
        cells.Where(cell => cell.IsAccepted).Select(cell => $"{cell.Case.Family}, {cell.Case.Name}, {cell.Part}, {cell.Binding}").Should().BeEmpty();
        cells.Should().OnlyContain(cell => cell.Refusal.Length > 0, "the log says why");
        foreach (var family in cells.GroupBy(cell => cell.Case.Family))
            family.Select(cell => (cell.Part, cell.Binding)).Distinct().Should().BeEquivalentTo(HostileMatrix.Columns, family.Key);
    }

    [Fact]
    public void Each_attack_has_a_name_of_its_own() => HostileFamilies.All.Select(attack => (attack.Family, attack.Name)).Should().OnlyHaveUniqueItems();
}
