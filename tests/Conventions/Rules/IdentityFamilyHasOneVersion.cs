using System.Text.Json;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class IdentityFamilyHasOneVersion
{
    [Fact]
    public void All_packages_together_resolve_one_version_of_the_identity_family() => Verdict.NoFindings(
        Findings(Resolved("tests/Conventions")),
        "These assemblies call each other's internals and fail at run time when mixed. Set IdentityModelVersion in Directory.Packages.props to the newest version among them.");

    [Fact]
    public void The_rule_sees_two_versions() =>
        Findings(["Microsoft.IdentityModel.Tokens/8.23.0", "System.IdentityModel.Tokens.Jwt/8.19.2", "Polly.Core/8.9.1"]).Should().HaveCount(2);

    private static List<string> Findings(IEnumerable<string> libraries)
    {
        var family = libraries.Where(library => library.Contains("IdentityModel.", StringComparison.Ordinal)).ToList();
        return family.Select(library => library.Split('/')[1]).Distinct().Count() > 1 ? family : [];
    }

    private static List<string> Resolved(string folder)
    {
        using var assets = JsonDocument.Parse(Repository.Read($"{folder}/obj/project.assets.json"));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
