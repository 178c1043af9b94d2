using DogLicence.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace BaseComponents.Tests.Journeys.Licence;

public sealed class PlaceholderTests
{
    private static readonly string[] Keys = ["Legal:Imprint:0", "Legal:Privacy:0", "Legal:Accessibility:0", "DogTax:Statute"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Production_does_not_start_while_one_text_is_a_placeholder(int open)
    {
        var settings = Keys.ToDictionary(key => key, _ => (string?)"Stadt Musterstadt");
        settings[Keys[open]] = "[[Name der Gemeinde]]";

        FluentActions.Invoking(() => Check(settings, Environments.Production)).Should().Throw<InvalidOperationException>().WithMessage("*" + Keys[open].Split(":0")[0] + "*");
    }

    [Fact]
    public void Production_does_not_start_while_a_text_is_missing() =>
        FluentActions.Invoking(() => Check([], Environments.Production)).Should().Throw<InvalidOperationException>().WithMessage("*Legal:Imprint*DogTax:Statute*");

    [Fact]
    public void Production_starts_with_all_texts() => Check(Keys.ToDictionary(key => key, _ => (string?)"Stadt Musterstadt"), Environments.Production);

    [Theory]
    [InlineData("Live")]
    [InlineData("Prod")]
    public void An_environment_of_another_name_is_taken_for_production(string environment) =>
        FluentActions.Invoking(() => Check([], environment)).Should().Throw<InvalidOperationException>();

    [Theory]
    [InlineData("Sandbox")]
    [InlineData("Development")]
    [InlineData("Test")]
    [InlineData("Staging")]
    public void What_is_no_production_starts_with_placeholders(string environment) => Check([], environment);

    [Fact]
    public async Task The_program_itself_refuses_to_start_in_Production_as_it_is_delivered()
    {
        var start = () => DogLicenceServer.StartAsync(new ServerOptions { Environment = Environments.Production, ContentRoot = TestPaths.Sample });

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*placeholder*Legal:Imprint*");
    }

    private static void Check(Dictionary<string, string?> settings, string environment) =>
        PlaceholderGuard.Check(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = environment }, "DogTax:Statute");
}
