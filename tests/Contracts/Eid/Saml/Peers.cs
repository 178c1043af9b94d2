using System.Reflection;

namespace BaseComponents.Tests.Contracts.Eid.Saml;

/// <summary>The peers as tests use them: skipped where they are not installed.</summary>
internal static class Peers
{
    public static NodePeer Node { get; } = new(typeof(Peers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!);

    public static async Task<IReadOnlyList<PeerResult>> NodeOrSkipAsync(params object[] jobs)
    {
        if (Node.Missing is { } missing)
            Assert.Skip(missing);
        return await Node.RunAsync(jobs);
    }
}
