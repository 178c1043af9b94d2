namespace BaseComponents.Tests.Scale.Eid.Tenants;

public sealed class TenantTests
{
    private const int ForeignPairs = 6 * 5;

    [Fact]
    public async Task Nothing_of_one_town_is_good_at_another_in_the_same_process() => ShouldBeApart(await TenantMatrix.OneProcessAsync());

    [Fact]
    public async Task Nothing_of_one_town_is_good_at_another_even_with_the_same_certificates() => ShouldBeApart(await TenantMatrix.OneProcessAndOneKeyAsync());

    [Fact]
    public async Task Nothing_of_one_town_is_good_at_another_with_a_process_that_is_set_up_alike() => ShouldBeApart(await TenantMatrix.ProcessesAlikeAsync());

    private static void ShouldBeApart(MatrixResult result)
    {
        result.RefusedAtHome.Should().BeEmpty();
        result.CrossAccepted.Should().BeEmpty();
        result.Cells.Should().Be(8 * ForeignPairs);
    }
}
