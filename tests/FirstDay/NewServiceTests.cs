namespace BaseComponents.Tests.FirstDay;

/// <summary>Services made from the template, in an empty folder, with the packages alone.</summary>
public sealed class NewServiceTests(StrangersMachine machine)
{
    [Theory]
    [InlineData("Parkausweis", "")]
    [InlineData("Vermittelt", "--Login broker --Payment false")]
    [InlineData("Schlicht", "--Login none --Lookup false --Mail false")]
    public async Task Its_own_journey_passes_at_once(string name, string choices)
    {
        var terminal = await NewAsync(name, choices);
        var output = await terminal.RunAsync("dotnet", "test");
        output.Should().Contain("succeeded: 1").And.NotContain("warning");
        output.Should().NotContain("BaseService", "everything has the service's own name");
    }

    [Fact]
    public async Task Everything_can_be_left_out()
    {
        var terminal = await NewAsync("Leer", "--Login none --Payment false --Lookup false --Mail false --Tests false");
        (await terminal.RunAsync("dotnet", "build", "--nologo", "-warnaserror")).Should().Contain("0 Warning(s)");
        (await terminal.RunAsync("ls")).Should().NotContain("tests");
    }

    [Fact]
    public async Task It_brings_no_file_of_the_design_system_and_no_place_to_fill_in_a_version()
    {
        var terminal = await NewAsync("Rein", "");
        (await terminal.RunAsync("find", ".", "-iname", "*kern*")).Should().BeEmpty();
        (await terminal.RunAsync("bash", "-c", "grep -rn -e BC_ -e '#if' --include=* . || true")).Should().BeEmpty();
    }

    private async Task<Terminal> NewAsync(string name, string choices)
    {
        var hive = Path.Combine(Path.GetDirectoryName(machine.Settings)!, "hive-" + name);
        var package = Path.Combine(machine.Packages, $"BaseComponents.Templates.{StrangersMachine.Version}.nupkg");
        var outside = machine.TerminalIn("projects");
        await outside.RunAsync("dotnet", "new", "install", package, "--debug:custom-hive", hive);
        await outside.RunAsync("dotnet", ["new", "basecomponents-service", "-n", name, "--debug:custom-hive", hive, .. choices.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return machine.TerminalIn(Path.Combine("projects", name));
    }
}
