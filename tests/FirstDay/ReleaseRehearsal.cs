namespace BaseComponents.Tests.FirstDay;

/// <summary>Releases made in a clone: two versions of one unit and one of another, used together by an application that knows the packages alone.</summary>
public sealed class ReleaseRehearsal(StrangersMachine machine) : IDisposable
{
    private static readonly Dictionary<string, string> Somebody = new()
    {
        ["GIT_AUTHOR_NAME"] = "Rehearsal",
        ["GIT_AUTHOR_EMAIL"] = "rehearsal@localhost",
        ["GIT_COMMITTER_NAME"] = "Rehearsal",
        ["GIT_COMMITTER_EMAIL"] = "rehearsal@localhost",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    };

    private readonly string _home = Directory.CreateTempSubdirectory("rehearsal-").FullName;

    [Fact]
    public async Task Units_are_released_apart_and_a_release_that_breaks_its_users_is_refused()
    {
        await In(_home).RunAsync("git", "clone", "-q", "--no-hardlinks", Repository.Root, "clone");
        var clone = Path.Combine(_home, "clone");
        var shell = In(clone);
        await shell.RunAsync("bash", "eng/release.sh", "Payments", "1.0.0");
        var first = Path.Combine(clone, "artifacts/release/payments-1.0.0");
        (await File.ReadAllTextAsync(Path.Combine(first, "payments-1.0.0.spdx.json"))).Should().Contain("pkg:nuget/Polly.Core@").And.Contain("SPDX-2.3");

        await ChangeAsync(clone, "public const string First = \"1\";", "BaseComponents.Payments.Rehearsed", "const BaseComponents.Payments.Rehearsed.First = \"1\" -> string!");
        await shell.RunAsync("bash", "eng/release.sh", "Payments", "1.1.0", "--baseline", first);
        var second = Path.Combine(clone, "artifacts/release/payments-1.1.0");
        (await File.ReadAllTextAsync(Path.Combine(clone, "src/Payments/BaseComponents.Payments/PublicAPI.Shipped.txt"))).Should().Contain("BaseComponents.Payments.Rehearsed.First");

        await ChangeAsync(clone, "public const string Other = \"1\";", "*REMOVED*const BaseComponents.Payments.Rehearsed.First = \"1\" -> string!", "const BaseComponents.Payments.Rehearsed.Other = \"1\" -> string!");
        var before = await shell.RunAsync("git", "rev-parse", "HEAD");
        var breaking = async () => await shell.RunAsync("bash", "eng/release.sh", "Payments", "1.2.0", "--baseline", second);
        (await breaking.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*CP0002*First*everything is as before*");
        (await shell.RunAsync("git", "rev-parse", "HEAD")).Should().Be(before);
        (await shell.RunAsync("git", "tag")).Should().NotContain("payments-1.2.0");

        await shell.RunAsync("bash", "eng/release.sh", "Eid", "1.0.0");
        (await TogetherAsync(second, Path.Combine(clone, "artifacts/release/eid-1.0.0"))).Should().Contain("Payments 1.1.0.0, Eid 1.0.0.0, 1");
    }

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private Terminal In(string folder) => new(_home, folder, Somebody);

    private async Task ChangeAsync(string clone, string member, params string[] api)
    {
        var project = Path.Combine(clone, "src/Payments/BaseComponents.Payments");
        await File.WriteAllTextAsync(Path.Combine(project, "Rehearsed.cs"), $$"""
            namespace BaseComponents.Payments;

            /// <summary>A change for a release.</summary>
            public static class Rehearsed
            {
                /// <summary>A member.</summary>
                {{member}}
            }

            """);
        await File.AppendAllLinesAsync(Path.Combine(project, "PublicAPI.Unshipped.txt"), api);
        var changelog = Path.Combine(clone, "src/Payments/CHANGELOG.md");
        await File.WriteAllTextAsync(changelog, (await File.ReadAllTextAsync(changelog)).Replace("## Unreleased\n", "## Unreleased\n\n- A change.\n", StringComparison.Ordinal));
        await In(clone).RunAsync("git", "add", "-A");
        await In(clone).RunAsync("git", "commit", "-q", "-m", "Change something");
    }

    private async Task<string> TogetherAsync(params string[] folders)
    {
        var terminal = machine.TerminalIn(Path.Combine("projects", "together"));
        var folder = Path.Combine(Path.GetDirectoryName(machine.Settings)!, "projects", "together");
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                {string.Concat(folders.Select(source => $"<add key=\"{Path.GetFileName(source)}\" value=\"{source}\" />"))}
              </packageSources>
              <packageSourceMapping>
                {string.Concat(folders.Select(source => $"<packageSource key=\"{Path.GetFileName(source)}\"><package pattern=\"BaseComponents.*\" /></packageSource>"))}
              </packageSourceMapping>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Together.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="BaseComponents.Payments.AspNetCore" Version="1.1.0" />
                <PackageReference Include="BaseComponents.Eid.AspNetCore" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using BaseComponents.Eid;
            using BaseComponents.Payments;

            var payments = typeof(IPaymentClient).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyFileVersionAttribute), false).Cast<System.Reflection.AssemblyFileVersionAttribute>().Single().Version;
            var eid = typeof(EidIdentity).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyFileVersionAttribute), false).Cast<System.Reflection.AssemblyFileVersionAttribute>().Single().Version;
            Console.WriteLine($"Payments {payments}, Eid {eid}, {Rehearsed.First}");
            """);
        return await terminal.RunAsync("dotnet", "run", "-v", "q");
    }
}
