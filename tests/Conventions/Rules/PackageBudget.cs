using System.Text.Json;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class PackageBudget
{
    private const int Budget = 30;

    [Fact]
    public void A_core_package_brings_along_at_most_thirty_packages() => Verdict.NoFindings(
        from project in ShippedProject.All
        where project is { IsComponent: true, Room: "" }
        let packages = Resolved(project)
        where packages.Count > Budget
        select $"{project} resolves {packages.Count} packages: {string.Join(", ", packages)}.",
        $"At most {Budget}: each one is somebody else's weakness to follow. Find a lighter library, or move the feature to a package of its own.");

    [Fact]
    public void Every_package_is_named_in_the_list_of_dependencies()
    {
        var named = NamedPackages(Repository.Read("docs/dependencies.md"));
        Verdict.NoFindings(
            from project in ShippedProject.All
            from package in Resolved(project)
            where !named(package)
            group project.Name by package into users
            select $"{users.Key} (brought along by {string.Join(", ", users)}) is not in docs/dependencies.md.",
            "Write it into the section of the unit, with its licence and why it is there; what comes along with another package may share that one's line.");
    }

    [Fact]
    public void The_rule_reads_the_list()
    {
        var named = NamedPackages("`Microsoft.Extensions.*` and | MimeKit (with BouncyCastle.Cryptography, .Pkcs) | because of Polly.");
        new[] { "Microsoft.Extensions.Http", "MimeKit", "BouncyCastle.Cryptography", "Polly" }.Should().OnlyContain(package => named(package));
        named("Mime").Should().BeFalse();
        named("Polly.Core").Should().BeFalse();
        named("Microsoft.EntityFrameworkCore").Should().BeFalse();
    }

    [Fact]
    public void The_rule_can_count() => Resolved(ShippedProject.All.Single(project => project.Name == "BaseComponents.Payments"))
        .Should().Contain("Polly.Core").And.Contain("Microsoft.Extensions.Primitives").And.NotContain("MinVer");

    /// <summary>Names are words of the page; <c>X.*</c> stands for a family.</summary>
    private static Func<string, bool> NamedPackages(string page)
    {
        var words = page.Split([' ', '\n', '|', '(', ')', ',', '`', ';']).Select(word => word.TrimEnd('.')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var families = words.Where(word => word.EndsWith(".*", StringComparison.Ordinal)).Select(word => word[..^1]).ToList();
        return package => words.Contains(package) || families.Any(family => package.StartsWith(family, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Packages in the restored graph, without those that serve the build alone.</summary>
    private static List<string> Resolved(ShippedProject project)
    {
        using var assets = JsonDocument.Parse(Repository.Read($"{project.Folder}/obj/project.assets.json"));
        var ownUse = OwnUse(assets.RootElement);
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/')[0])
            .Where(name => !ownUse.Contains(name))
            .Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static HashSet<string> OwnUse(JsonElement assets) =>
        [.. assets.GetProperty("project").GetProperty("frameworks").EnumerateObject()
            .Where(framework => framework.Value.TryGetProperty("dependencies", out _))
            .SelectMany(framework => framework.Value.GetProperty("dependencies").EnumerateObject())
            .Where(dependency => dependency.Value.TryGetProperty("suppressParent", out var suppressed) && suppressed.GetString() == "All")
            .Select(dependency => dependency.Name)];
}
