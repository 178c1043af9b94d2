using DogLicence.Hosting;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class ArgumentsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--walkthrough")]
    [InlineData("--DogLicence:LeikaKey=99102013104000")]
    [InlineData("--urls http://localhost:1 --walkthrough")]
    public void What_is_known_is_let_through(string line) => Arguments.FirstUnknown(Split(line)).Should().BeNull();

    [Theory]
    [InlineData("--walkthru", "--walkthru")]
    [InlineData("walkthrough", "walkthrough")]
    [InlineData("--urls http://localhost:1 --walk", "--walk")]
    [InlineData("--walk --urls http://localhost:1", "--walk")]
    public void What_is_not_known_is_named(string line, string unknown) => Arguments.FirstUnknown(Split(line)).Should().Be(unknown);

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
