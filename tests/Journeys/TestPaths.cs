using System.Reflection;

namespace BaseComponents.Tests.Journeys;

/// <summary>Where things lie in the repository.</summary>
internal static class TestPaths
{
    public static string Root { get; } = Path.GetFullPath(
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!);

    public static string Sample { get; } = Path.Combine(Root, "samples", "DogLicence");

    public static string Pictures { get; } = Path.Combine(Root, "artifacts", "journeys");
}
