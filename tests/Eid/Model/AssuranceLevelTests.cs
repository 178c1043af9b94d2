using BaseComponents.Eid;

namespace BaseComponents.Tests.Eid.Model;

public sealed class AssuranceLevelTests
{
    [Theory]
    [InlineData("http://eidas.europa.eu/LoA/high", AssuranceLevel.High)]
    [InlineData("http://eidas.europa.eu/LoA/substantial", AssuranceLevel.Substantial)]
    [InlineData("http://eidas.europa.eu/LoA/low", AssuranceLevel.Low)]
    [InlineData("STORK-QAA-Level-4", AssuranceLevel.High)]
    [InlineData("STORK-QAA-Level-3", AssuranceLevel.Substantial)]
    [InlineData("STORK-QAA-Level-2", AssuranceLevel.Low)]
    [InlineData("STORK-QAA-Level-1", AssuranceLevel.Basic)]
    [InlineData("http://bsi.bund.de/eID/LoA/hoch", AssuranceLevel.High)]
    [InlineData("http://bsi.bund.de/eID/LoA/undefined", AssuranceLevel.Unknown)]
    [InlineData("http://eidas.europa.eu/LoA/High", AssuranceLevel.Unknown)]
    [InlineData("http://eidas.europa.eu/NotNotified/LoA/high", AssuranceLevel.Unknown)]
    [InlineData("STORK-QAA-Level-5", AssuranceLevel.Unknown)]
    [InlineData("0", AssuranceLevel.Unknown)]
    [InlineData("", AssuranceLevel.Unknown)]
    [InlineData(null, AssuranceLevel.Unknown)]
    public void Known_names_have_their_level_and_all_others_are_unknown(string? name, AssuranceLevel level) => AssuranceLevels.FromName(name).Should().Be(level);

    [Fact]
    public void A_providers_own_names_come_first()
    {
        var own = new Dictionary<string, AssuranceLevel> { ["urn:vendor:gold"] = AssuranceLevel.High, ["STORK-QAA-Level-4"] = AssuranceLevel.Low };

        AssuranceLevels.FromName("urn:vendor:gold", own).Should().Be(AssuranceLevel.High);
        AssuranceLevels.FromName("STORK-QAA-Level-4", own).Should().Be(AssuranceLevel.Low);
        AssuranceLevels.FromName("STORK-QAA-Level-3", own).Should().Be(AssuranceLevel.Substantial);
    }

    [Fact]
    public void Levels_are_ordered_and_unknown_is_the_lowest() =>
        new[] { AssuranceLevel.Unknown, AssuranceLevel.Basic, AssuranceLevel.Low, AssuranceLevel.Substantial, AssuranceLevel.High }.Should().BeInAscendingOrder();
}
