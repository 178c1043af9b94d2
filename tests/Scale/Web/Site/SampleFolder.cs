using System.Reflection;

namespace BaseComponents.Tests.Scale.Web.Site;

/// <summary>Where the sample's pages and settings lie.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetFullPath(typeof(SampleFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!), "samples", "DogLicence");
}
